import { InputError } from '../../src/model/input-error.ts';
import type { TargetServer } from '../../src/model/target-server.ts';
import { readTargetServer } from '../../src/server/read-server.ts';
import { memoryDisk } from '../model/memory-disk.ts';

/** Reads a manifest from a text; `file` decides whether it is JSON or YAML. */
export async function readManifest(
  content: string | Uint8Array,
  file = 'server.json',
  beside: Readonly<Record<string, string>> = {},
): Promise<TargetServer> {
  return readTargetServer(file, memoryDisk({ [file]: content, ...beside }));
}

/** The problems that reading ends with, one a line; fails when it succeeds. */
export async function problemsOf(
  content: string | Uint8Array,
  file = 'server.json',
  beside: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  try {
    await readManifest(content, file, beside);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the manifest was read although it should not be');
}
