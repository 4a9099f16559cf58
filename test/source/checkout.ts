import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { BinaryImage } from '../../src/model/binary-image.ts';
import type { Disk } from '../../src/model/file-tree.ts';
import type { Finding, Place } from '../../src/model/finding.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { RuleId } from '../../src/model/rules.ts';
import type { TargetServer } from '../../src/model/target-server.ts';
import { type SourceContext, sourceContext, withManifest } from '../../src/source/source-context.ts';
import { readSourceTree } from '../../src/source/source-tree.ts';
import { folderDisk } from '../model/memory-disk.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);

/** A disk that holds one checkout. */
export const diskWith = (files: Files): Disk => folderDisk('/checkout', files);

/** The files of one example repository below fixtures/source. */
export function exampleRepository(name: string): Files {
  const folder = join(import.meta.dirname, '../../fixtures/source', name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))];
    }),
  );
}

export interface Published {
  readonly name?: string;
  readonly webConfig?: string;
  /** Extra files with their text. */
  readonly files?: Readonly<Record<string, string>>;
  readonly images?: Readonly<Record<string, BinaryImage>>;
}

/** What `dotnet publish` leaves of an application: names, runtimeconfig.json and deps.json with what the test says. */
export function published(assembly: string, said: { runtimeOptions?: object; target?: string } & Published = {}): PublishArtifact {
  const texts: Record<string, string> = {
    [`${assembly}.dll`]: '',
    [`${assembly}.runtimeconfig.json`]: JSON.stringify({ runtimeOptions: { tfm: 'net8.0', ...said.runtimeOptions } }),
    [`${assembly}.deps.json`]: JSON.stringify({
      runtimeTarget: { name: `.NETCoreApp,Version=v8.0${said.target ? `/${said.target}` : ''}` },
    }),
    ...(said.webConfig === undefined ? {} : { 'web.config': said.webConfig }),
    ...said.files,
  };
  return artifactOf(texts, said);
}

/** An artifact of exactly these files. */
export function artifactOf(texts: Readonly<Record<string, string>>, said: Published = {}): PublishArtifact {
  const entries = Object.entries(texts);
  return {
    name: said.name ?? 'publish',
    shape: 'folder',
    root: '',
    otherRoots: [],
    files: new Map(entries.map(([path, text]) => [path.toLowerCase(), { path, size: text.length }])),
    images: new Map(Object.entries(said.images ?? {}).map(([path, image]) => [path.toLowerCase(), image])),
    contents: new Map(entries.filter(([path]) => path.endsWith('.json')).map(([path, text]) => [path.toLowerCase(), bytesOf(text)])),
    webConfig: readConfigurationFile('web.config', said.webConfig === undefined ? undefined : bytesOf(said.webConfig)),
    notes: [],
  };
}

/** A finding that says no more than the test needs. */
export function finding(rule: RuleId, place?: Place, message = ''): Finding {
  return { rule, severity: 'error', certainty: 'certain', message, evidence: [], remedies: [], ...(place === undefined ? {} : { place }) };
}

/** The framework is missing, and the server has another major version of it. */
export function majorMissing(place?: Place): Finding {
  const remedy = { side: 'app', text: 'Target what the server has (6.0).', snippet: '<TargetFramework>net6.0</TargetFramework>' } as const;
  return { ...finding('shared-framework-missing', place), remedies: [remedy] };
}

/** The place of the first occurrence of a text in web.config of the artifact. */
export function inWebConfig(webConfig: string, text: string): Place {
  const before = webConfig.slice(0, webConfig.indexOf(text)).split('\n');
  return { in: 'artifact', file: 'web.config', line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

export async function contextOf(files: Files, artifact: PublishArtifact, server?: TargetServer): Promise<SourceContext> {
  const context = sourceContext(await readSourceTree('/checkout', diskWith(files)), artifact);
  return server === undefined ? context : withManifest(context, server);
}

/** The place of the only occurrence of a text, as an editor would show it. */
export function lineOf(files: Files, file: string, text: string): { file: string; line: number; column: number } {
  const content = new TextDecoder().decode(bytesOf(files[file] ?? ''));
  if (content.split(text).length !== 2) throw new Error(`"${text}" is not once in ${file}`);
  const before = content.slice(0, content.indexOf(text)).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
