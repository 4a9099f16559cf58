import type { Disk } from '../model/file-tree.ts';
import { InputError, type InputProblem } from '../model/input-error.ts';
import type { TargetServer } from '../model/target-server.ts';
import { decodeCapturedText } from './captured-text.ts';
import { type Document, factPositions } from './document.ts';
import { readJsonDocument } from './json-document.ts';
import { manifestFacts } from './manifest-facts.ts';
import { validateManifest } from './manifest-problems.ts';
import type { Misfit } from './schema-fit.ts';

/** Bytes. A manifest of a server with hundreds of sites is well below. */
const largestManifest = 8 * 1024 * 1024;

/**
 * Reads a server manifest into facts.
 * Throws `InputError` with every problem of the file at once: place, what was expected, what was found, what was probably meant.
 */
export async function readTargetServer(path: string, disk: Disk): Promise<TargetServer> {
  const text = await manifestText(path, disk);
  const document = readDocument(text);
  const validated = validateManifest(document);
  if ('misfits' in validated) throw new InputError(validated.misfits.map((misfit) => inputProblem(path, misfit)));
  const { manifest } = validated;
  return {
    name: manifest.name ?? fileNameWithoutExtension(path),
    manifest: { file: path, positions: document.root === undefined ? new Map() : factPositions(document.root) },
    ...manifestFacts(manifest),
  };
}

async function manifestText(path: string, disk: Disk): Promise<string> {
  const kind = await disk.kind(path);
  if (kind !== 'file')
    throw new InputError([{ file: path, expected: 'a server manifest', found: kind === 'folder' ? 'a folder' : 'no such file' }]);
  const decoded = decodeCapturedText(await boundedBytes(path, disk));
  if ('problem' in decoded) throw new InputError([{ file: path, expected: 'text in UTF-8 or UTF-16', found: decoded.problem }]);
  return decoded.text;
}

async function boundedBytes(path: string, disk: Disk): Promise<Uint8Array> {
  const file = await disk.open(path);
  try {
    if (file.size <= largestManifest) return await file.read(0, file.size);
    throw new InputError([{ file: path, expected: `a manifest of at most ${largestManifest} bytes`, found: `${file.size} bytes` }]);
  } finally {
    await file.close();
  }
}

function readDocument(text: string): Document {
  return readJsonDocument(text);
}

function inputProblem(file: string, { path, line, column, expected, found, suggestion }: Misfit): InputProblem {
  return {
    file,
    place: path === '' ? `${line}:${column}` : `${line}:${column} (${path})`,
    expected,
    ...(found === undefined ? {} : { found }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** What a manifest without a name is called in reports. */
function fileNameWithoutExtension(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.replace(/\.(?:json|ya?ml)$/i, '');
}
