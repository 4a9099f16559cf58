import type { RandomInteger } from './mutate.ts';

/** Values that some reader treats in a way of its own. None has a quote, a backslash, `<` or `&`: the text around them stays well-formed. */
const values: readonly string[] = [
  ...['', ' ', '.', '..', '*', '/', 'true', 'FALSE', '0', '1', '-1', '4294967296', '1e9', '0x10', 'null', '__proto__', 'constructor'],
  ...[
    'dotnet',
    'dotnet.exe',
    './App.dll',
    'App.exe',
    '%LAUNCHER_PATH%',
    '%ProgramFiles%/dotnet/dotnet',
    '%',
    '%%',
    'C:/Program Files/dotnet',
  ],
  ...[
    '../../x',
    '//server/share/x',
    'C:x',
    'web.config:a',
    'CON',
    'exec App.dll',
    'App.dll --urls http://*:80',
    '--fx-version 9.0.0 App.dll',
  ],
  ...['inprocess', 'OutOfProcess', 'outofprocess ', 'AspNetCoreModule', 'AspNetCoreModuleV2', 'StaticFileModule', 'Unspecified', 'File'],
  ...['#{A}', '__A__', '$(A)', '{{a}}', 'bitness64', 'runtimeVersionv4.0', 'ASPNETCORE_ENVIRONMENT', 'DOTNET_ROLL_FORWARD', 'DOTNET_ROOT'],
  ...[
    '8.0.0',
    '8.0.0-rc.1',
    '99.0.0',
    '99999999999.0.0',
    '8',
    '8.0',
    '08.00.00',
    '8.0.0+build',
    'v4.0',
    'net8.0',
    'win-x64',
    'linux-x64',
    'any',
  ],
  ...[
    'Microsoft.NETCore.App',
    'Microsoft.AspNetCore.App',
    'Microsoft.WindowsDesktop.App',
    'Major',
    'LatestPatch',
    'Disable',
    'package',
    'native',
  ],
  ...['::error::x', '##vso[task.complete]', '\u001b[31m', '\u202e', '\u2028', '\ufeff', '\ud83d\ude00', '@a #1 `b` |', 'a'.repeat(5000)],
];

const scalars: readonly string[] = ['true', 'false', 'null', '0', '-1', '1.5', '1e999', '""', '[]', '{}', '[[]]', '{"a":1}', '"8.0.0"'];

type Mutation = (text: string, random: RandomInteger, other: string) => string;

const mutations: readonly Mutation[] = [
  (text, random) => replaceQuoted(text, random, pick(values, random)),
  (text, random, other) => replaceQuoted(text, random, pick(contents(other), random)),
  (text, random) => replaceQuoted(text, random, pick(values, random).repeat(1 + random(3))),
  (text, random) => replaceOne(text, /(?<=[:\s[,])(?:true|false|null|-?\d+(?:\.\d+)*)(?=[\s,\]}]|$)/gm, random, pick(scalars, random)),
  (text, random, other) => withLines(text, random, (lines, at) => lines.splice(at, 0, pick(other.split('\n'), random))),
  (text, random) => withLines(text, random, (lines, at) => lines.splice(at, 1 + random(3))),
  (text, random) => withLines(text, random, (lines, at) => lines.splice(at, 0, ...lines.slice(at, at + 1 + random(6)))),
  (text, random) => withLines(text, random, (lines, at) => lines.splice(random(lines.length), 0, ...lines.splice(at, 1))),
  (text, random) => replaceOne(text, /<[\w.]+(?: [^<>]*)?\/>/g, random, ''),
  (text, random, other) =>
    replaceOne(text, /<[\w.]+(?: [^<>]*)?\/>/g, random, pick(other.match(/<[\w.]+(?: [^<>]*)?\/>/g) ?? ['<a/>'], random)),
  (text, random) =>
    replaceOne(text, /(?<=<)[\w.]+(?= [^<>]*\/>)/g, random, pick(['add', 'remove', 'clear', 'location', 'aspNetCore'], random)),
  (text, random) =>
    replaceOne(text, /(?<= )[\w.]+(?==")/g, random, pick(['name', 'path', 'value', 'modules', 'processPath', 'xdt:Transform'], random)),
];

/** One to three changes that mostly leave XML, JSON and YAML well-formed, so that what comes behind the parser sees them too. */
export function mutateText(bytes: Buffer, other: Buffer, random: RandomInteger): Buffer {
  let text = bytes.toString();
  const lender = other.toString();
  for (let count = 1 + random(3); count > 0; count--) text = pick(mutations, random)(text, random, lender);
  return Buffer.from(text);
}

const quotedText = /(?<=")(?:[^"\\\n]|\\.)*(?=")|(?<=')[^'\n]*(?=')/g;

function contents(text: string): readonly string[] {
  return text.slice(0, 50_000).match(quotedText) ?? [''];
}

function replaceQuoted(text: string, random: RandomInteger, replacement: string): string {
  return replaceOne(text, quotedText, random, replacement);
}

function replaceOne(text: string, pattern: RegExp, random: RandomInteger, replacement: string): string {
  const found = [...text.matchAll(pattern)];
  const chosen = found[random(found.length)];
  if (chosen === undefined) return text;
  return text.slice(0, chosen.index) + replacement + text.slice(chosen.index + chosen[0].length);
}

/** A change at a line that can be taken away or doubled without leaving something open. */
function withLines(text: string, random: RandomInteger, change: (lines: string[], at: number) => void): string {
  const lines = text.split('\n');
  const whole = [...lines.keys()].filter((at) => isWhole(lines[at] ?? ''));
  if (whole.length > 0) change(lines, pick(whole, random));
  return lines.join('\n');
}

function isWhole(line: string): boolean {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  if (count(/[{[]/g) !== count(/[}\]]/g)) return false;
  if (line.includes('<')) return count(/<[\w.]/g) === count(/\/>|<\//g) && !line.includes('<?');
  // In JSON the last of several has no comma behind it, and could not be the last but one.
  return !/^\s*["{[]/.test(line) || line.trimEnd().endsWith(',');
}

function pick<T>(from: readonly [T, ...T[]] | readonly T[], random: RandomInteger): T {
  const picked = from[random(from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
