import type { BinaryImage } from '../model/binary-image.ts';
import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { commandLineToArgv } from '../windows/command-line.ts';
import { joinPath, parentPath, pathKey } from '../windows/paths.ts';

/** Bounds for a web.config made to keep the search busy; real ones stay far below. */
const most = { elements: 100_000, sections: 16, arguments: 32, text: 4096, segments: 32 } as const;

/**
 * Keys of the files that `processPath` and `arguments` of any aspNetCore element name, with or without `.exe` appended, the dll or exe of the
 * same name beside included. Which of them the start really uses is the module's decision; here they only become worth looking into.
 */
export function namedEntryPoints(webConfig: ConfigurationFile, files: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const named = new Set<string>();
  if (webConfig.state !== 'read') return named;
  for (const section of aspNetCoreElements(webConfig.root)) {
    const processPath = attribute(section, 'processPath');
    const given = attribute(section, 'arguments');
    for (const text of [processPath, ...argumentTexts(given)]) for (const key of filesNamed(text, files)) named.add(key);
  }
  return named;
}

/** Those, and the dlls that apphosts among the images start from a folder other than their own. */
export function withBoundElsewhere(
  named: ReadonlySet<string>,
  images: ReadonlyMap<string, BinaryImage>,
  files: ReadonlyMap<string, unknown>,
): ReadonlySet<string> {
  const bound = [...images].flatMap(([exe, image]) => {
    const dll = image.format === 'pe' ? image.appHost?.boundDll : undefined;
    const key = pathKey(joinPath(parentPath(exe), dll ?? ''));
    return dll !== undefined && parentPath(key) !== parentPath(exe) && files.has(key) ? [key] : [];
  });
  return bound.length === 0 ? named : new Set([...named, ...bound]);
}

function aspNetCoreElements(root: ConfigurationElement): readonly ConfigurationElement[] {
  const found: ConfigurationElement[] = [];
  const waiting = [root];
  for (let seen = 0; seen < most.elements && found.length < most.sections; seen++) {
    const element = waiting.pop();
    if (element === undefined) break;
    if (element.name === 'aspNetCore') found.push(element);
    for (const child of element.children) waiting.push(child);
  }
  return found;
}

function attribute(element: ConfigurationElement, name: string): string {
  return (element.attributes.find((candidate) => candidate.name === name)?.value ?? '').slice(0, most.text);
}

/** The text as a whole, each argument, and the text up to each `.dll` and `.exe`, because unquoted paths with blanks are met. */
function argumentTexts(text: string): readonly string[] {
  const ends = [...text.matchAll(/\.(?:dll|exe)/gi)].slice(0, most.arguments).map((match) => text.slice(0, match.index + 4));
  return [text, ...commandLineToArgv(text).slice(0, most.arguments), ...ends];
}

/** The longest tail of the path that exists decides, as nobody knows here where on the server the application will lie. */
function filesNamed(text: string, files: ReadonlyMap<string, unknown>): readonly string[] {
  const segments = pathKey(text.replaceAll('"', '').trim()).split('\\').slice(-most.segments);
  for (let first = 0; first < segments.length; first++) {
    const key = segments.slice(first).join('\\');
    const stem = key.replace(/\.(?:dll|exe)$/, '');
    const existing = [key, stem, `${stem}.dll`, `${stem}.exe`, `${key}.exe`].filter((candidate) => files.has(candidate));
    if (existing.length > 0) return existing;
  }
  return [];
}
