import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '../model/input-error.ts';
import { systemCode, systemReason } from './system-error.ts';

/** Writes a result to a file that somebody named. Throws `InputError` when that cannot be done. */
export function writeResult(file: string, text: string): void {
  attempt(file, () => writeFileSync(file, text));
}

/** The same, with the folders that are not there yet. */
export function writeResultInFolder(file: string, text: string): void {
  attempt(file, () => {
    makeFolder(dirname(file));
    writeFileSync(file, text);
  });
}

function attempt(file: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    const found = systemCode(error) === 'ENOENT' ? 'no such folder' : systemReason(error);
    throw new InputError([{ file, expected: 'a file that can be written', found }]);
  }
}

/** Folder by folder: where none can be made, such as below `/proc`, Node's recursive mkdir never ends. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}
