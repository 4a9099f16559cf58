/** Numbers from a seed: the same seed gives the same run on every machine. */
export type RandomInteger = (below: number) => number;

/** mulberry32, a public-domain generator of 32 bits of state. */
export function randomIntegers(seed: number): RandomInteger {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

const longest = 512 * 1024;

/** Pieces that readers of XML, JSON, YAML, ZIP and PE treat in a way of their own. */
const pieces: readonly Buffer[] = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    ']]>',
    '<![CDATA[',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '&#x110000;',
    '<?xml version="1.0"?>',
  ],
  ...['{', '}', '[', ']', ':', ',', '"', '\\', '\\u0000', '\\ud800', 'null', 'true', '1e999', '-0', '0.1', '9007199254740993', '/*', '//'],
  ...[
    '"__proto__":',
    '"constructor":',
    '__proto__: 1\n',
    '- ',
    '? ',
    '&a ',
    '*a ',
    '!!binary ',
    '%YAML 1.1\n---\n',
    '|\n',
    '\t',
    '\r\n',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\0',
  ],
  ...['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', 'PK\x06\x06', 'PK\x06\x07', '../', '..\\', 'C:\\', '/', 'MZ', 'PE\0\0', 'BSJB', 'RTR\0'],
  ...[
    '<aspNetCore processPath="',
    'dotnet',
    'hostingModel="InProcess"',
    '%A%',
    '#{A}',
    '8.0.0',
    '99999999999.0.0',
    '"rollForward":"Major"',
  ],
  ...[
    'a: ',
    '"a": ',
    '"a":1,',
    '1,',
    '[]',
    '{}',
    '<a>',
    '<a/>',
    '</a>',
    ' a="b"',
    'a,',
    '- a\n',
    'a:\n ',
    '&amp;',
    '::error::',
    '##vso[a]',
    '%2e%2e%2f',
  ],
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc0, 0x80]),
].map((piece) => Buffer.from(piece));

/** Up to three pieces in a row. Repeated, they nest and pile up as no single one of them does: `[a: [a: [a: `. */
function phrase(random: RandomInteger): Buffer {
  return Buffer.concat(Array.from({ length: 1 + random(3) }, () => pieces[random(pieces.length)] ?? Buffer.alloc(1)));
}

const extremes: readonly number[] = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

type Mutation = (bytes: Buffer, random: RandomInteger, other: Buffer) => Buffer;

const overwriting: readonly Mutation[] = [
  (bytes, random) => overwrite(bytes, random, Buffer.from([random(256)])),
  (bytes, random) => overwrite(bytes, random, littleEndian(extremes[random(extremes.length)] ?? 0, 1 << random(3))),
  (bytes, random) => overwrite(bytes, random, pieces[random(pieces.length)] ?? Buffer.alloc(1)),
];

const mutations: readonly Mutation[] = [
  ...overwriting,
  (bytes, random) => insert(bytes, random, pieces[random(pieces.length)] ?? Buffer.alloc(1)),
  (bytes, random) => insert(bytes, random, repeated(phrase(random), 1 << random(16))),
  (bytes, random) => insert(bytes, random, slice(bytes, random)),
  (bytes, random, other) => insert(bytes, random, slice(other, random)),
  (bytes, random) => remove(bytes, random),
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => insert(bytes, random, repeated(slice(bytes, random), 1 << random(8))),
];

/**
 * One to eight changes to `bytes`; `other` lends pieces. The result is at most 512 KB longer than the input, or as long as it
 * where `keepLength` asks for that, so that offsets in it stay true.
 */
export function mutate(bytes: Buffer, other: Buffer, random: RandomInteger, keepLength = false): Buffer {
  const choices = keepLength ? overwriting : mutations;
  let mutated = Buffer.from(bytes);
  for (let count = 1 + random(8); count > 0; count--) {
    const mutation = choices[random(choices.length)];
    if (mutation !== undefined)
      mutated = Buffer.from(mutation(mutated, random, other)).subarray(0, bytes.length + (keepLength ? 0 : longest));
  }
  return mutated;
}

function littleEndian(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes.subarray(0, length);
}

/** Headers stand at the beginning and directories at the end; there most of the changes are made. */
function place(length: number, random: RandomInteger): number {
  const from = random(4);
  if (from === 0) return random(Math.min(length, 1024));
  return from === 1 ? Math.max(0, length - 1 - random(1024)) : random(length);
}

function overwrite(bytes: Buffer, random: RandomInteger, piece: Buffer): Buffer {
  const at = place(bytes.length, random);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at + piece.length)]);
}

function insert(bytes: Buffer, random: RandomInteger, piece: Buffer): Buffer {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function remove(bytes: Buffer, random: RandomInteger): Buffer {
  const at = random(bytes.length);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(64))]);
}

function slice(bytes: Buffer, random: RandomInteger): Buffer {
  const at = random(bytes.length);
  return bytes.subarray(at, at + 1 + random(256));
}

function repeated(piece: Buffer, times: number): Buffer {
  return Buffer.concat(Array.from({ length: Math.min(times, Math.ceil(longest / Math.max(1, piece.length))) }, () => piece));
}
