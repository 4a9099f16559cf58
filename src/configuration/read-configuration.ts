import type { Configuration } from '../model/configuration.ts';
import type { Disk } from '../model/file-tree.ts';
import { InputError } from '../model/input-error.ts';
import { type Document, factPositions } from '../server/document.ts';
import { validateDocument } from '../server/document-problems.ts';
import { documentReader } from '../server/document-reader.ts';
import { inputProblems } from '../server/input-problems.ts';
import { besideFile, serverFileBytes, serverFileText } from '../server/server-file.ts';
import { configurationSchema } from './configuration-schema.ts';

/**
 * Reads the configuration file, JSON or YAML. Paths of manifests become relative to the working directory, as the file's own path is.
 * Throws `InputError` with every problem of the file at once.
 */
export async function readConfiguration(file: string, disk: Disk): Promise<Configuration> {
  const text = serverFileText(file, await serverFileBytes(file, 'a configuration file', disk));
  const read = await documentReader(file, text);
  return configurationOf(file, read(text));
}

function configurationOf(file: string, document: Document): Configuration {
  const validated = validateDocument(document, configurationSchema, 'an object such as { "suppressions": [] }');
  if ('misfits' in validated) throw new InputError(inputProblems(file, validated.misfits));
  const { failOn, servers = [], applications = [], suppressions = [] } = validated.value;
  const positions = factPositions(document);
  const at = (fact: string) => ({ file, ...positions.get(fact) });
  return {
    ...(failOn === undefined ? {} : { failOn }),
    servers: servers.map((server) => besideFile(file, server)),
    applications: applications.map((mapping, index) => ({ ...mapping, at: at(`applications[${index}]`) })),
    suppressions: suppressions.map((suppression, index) => ({ ...suppression, at: at(`suppressions[${index}]`) })),
  };
}
