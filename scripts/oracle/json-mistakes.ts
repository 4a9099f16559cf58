import type { Choice } from './choice.ts';

/**
 * A value of any kind, where the host may read another. Texts, arrays and objects with something in them are left out: what their bytes
 * mean to who takes them for something else depends on the system.
 */
export function mistaken({ pick }: Choice): unknown {
  return pick<unknown>([null, true, false, 0, 1, 8, 1.5, 4294967298, '', [], {}]);
}

type Change = (text: string, choice: Choice) => string;

/** The first member of the text once more, before or behind itself, with another value. */
const again: Change = (text, { chance, pick }) => {
  const name = pick([
    'version',
    'name',
    'rollForward',
    'framework',
    'frameworks',
    'runtimeOptions',
    'rid',
    'runtime',
    'type',
    'targets',
  ] as const);
  const other = `"${name}":${pick(['"8.0.0"', '"Minor"', '{}', '[]', 'null'] as const)}`;
  return chance(50) ? text.replace(`"${name}"`, `${other},"${name}"`) : text.replace(new RegExp(`("${name}":\\s*"[^"]*")`), `$1,${other}`);
};

const numbers = [
  '01',
  '1.',
  '-',
  '-0',
  '1e5',
  '1e400',
  '0e400',
  '1E+2',
  '12345678901234567890123',
  '1.0',
  '2.0',
  '.5',
  '+1',
  '0x1',
  'NaN',
] as const;
const escapes = ['\\u00e9', '\\u0000', '\\ud800', '\\ud83d\\ude00', '\\x41', '\\u12g4', '\t', '\0', '\u0001', 'é', '\\/', '\\"'] as const;
const blanks = ['/**/', '/* * / */', '// x\n', '//\r\n', '/*', '/', '\r', '\t', '\f', '\u00a0', '\ufeff', '\0'] as const;
const whole = [
  '{}',
  '[]',
  'null',
  '{"runtimeOptions":null}',
  '{"runtimeOptions":"x"}',
  '{"runtimeOptions":{}}',
  '{"RuntimeOptions":{}}',
  ' ',
  '5',
  '',
  '\ufeff',
  '// x',
  '"x"',
] as const;

/** One of the places where `pattern` matches, with something else there. */
function replaceOne(text: string, pattern: RegExp, replacement: string, { below }: Choice): string {
  const places = [...text.matchAll(pattern)];
  const place = places[below(places.length)];
  return place === undefined ? text : text.slice(0, place.index) + replacement + text.slice(place.index + place[0].length);
}

/** JSON as people and tools leave it, each with its chance in a thousand. */
const changes: readonly (readonly [number, Change])[] = [
  [30, (text) => text.replaceAll('\n', '\r\n')],
  [40, (text) => `// generated\n${text}`],
  [40, (text) => text.replace('{', '{ /* why */ ')],
  [20, (text) => `\ufeff${text}`],
  [20, (text, { pick }) => `${text}\n${pick(['x', '// end', '}', '\0', '/*', ','] as const)}`],
  [8, (text, { below }) => text.slice(0, 1 + below(text.length))],
  [8, (text) => text.replace(/\}(?=[^}]*$)/, ',}')],
  [8, (text, { pick }) => text.replace('"name"', pick(["'name'", 'name', '"name', '"na\\xme"', '"n\\u00ame"', '"n\\u0061me"'] as const))],
  [15, again],
  [10, (text, choice) => replaceOne(text, /(?<=:\s*)(?:"[^"]*"|true|false|null|-?\d[\d.]*)/g, choice.pick(numbers), choice)],
  [10, (text, choice) => replaceOne(text, /(?<=[a-z0-9])"/g, `${choice.pick(escapes)}"`, choice)],
  [12, (text, choice) => replaceOne(text, /(?<=[{}[\],:])/g, choice.pick(blanks), choice)],
  [4, (text, { below }) => text.replace(/(?<=:\s*)"[^"]*"/, `${'['.repeat(below(3000))}${']'.repeat(below(3000))}`)],
  [10, (_, { pick }) => pick(whole)],
];

/** A value as text, mostly as it should be. */
export function asText(choice: Choice, value: unknown): string {
  const text = choice.chance(30) ? JSON.stringify(value, undefined, 2) : JSON.stringify(value);
  return changes.reduce((changed, [perMille, change]) => (choice.below(1000) < perMille ? change(changed, choice) : changed), text);
}
