import type { Disk } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { decodeCapturedText } from './captured-text.ts';
import { linePositions } from './line-positions.ts';

/** Bytes. The largest applicationHost.config known in public is below 1 MB, a manifest of a server with hundreds of sites too. */
const largestFile = 8 * 1024 * 1024;

/** The bytes of a file that a server is described with. Throws `InputError` when it is not there or too large. */
export async function serverFileBytes(path: string, what: string, disk: Disk): Promise<Uint8Array> {
  const kind = await disk.kind(path);
  if (kind !== 'file') throw new InputError([{ file: path, expected: what, found: kind === 'folder' ? 'a folder' : 'no such file' }]);
  const file = await disk.open(path);
  try {
    if (file.size <= largestFile) return await file.read(0, file.size);
    throw new InputError([{ file: path, expected: `${what} of at most ${largestFile} bytes`, found: `${file.size} bytes` }]);
  } finally {
    await file.close();
  }
}

/** The bytes of a file as text. Throws `InputError` for what is no text in UTF-8 or UTF-16. */
export function serverFileText(path: string, bytes: Uint8Array): string {
  const decoded = decodeCapturedText(bytes);
  if (!('problem' in decoded)) return decoded.text;
  const { line, column } = linePositions(decoded.textBefore)(decoded.textBefore.length);
  const expected = 'text in UTF-8 or UTF-16 (save the file as UTF-8)';
  throw new InputError([{ file: path, place: `${line}:${column}`, expected, found: decoded.problem }]);
}

/** A path that a manifest names, relative to the manifest. Both separators are taken, whatever the system. */
export function besideFile(file: string, path: string): string {
  const isAbsolute = /^(?:[/\\]|[a-z]:[/\\])/i.test(path);
  const folder = file.slice(0, Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  return isAbsolute ? path : folder + path.replaceAll('\\', '/');
}

/** The last part of a path of any system. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
