import type { DotnetRoot, TargetServer } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';
import { type DotnetOutput, readDotnetOutput } from './dotnet-output.ts';
import { gapsOf, isAre, runtimes } from './dotnet-output-gaps.ts';
import { baseName } from './server-file.ts';

/** Every dotnet root the output speaks of: those it lists, and those it only names, of which nothing more is known. */
function rootsOf({ roots, otherRoots = [] }: DotnetOutput): readonly DotnetRoot[] {
  const listed = new Set(roots.map(({ root }) => fullPathKey(root)));
  return [...roots, ...otherRoots.filter(({ root }) => !listed.has(fullPathKey(root)))];
}

/**
 * A server of which somebody kept the output of `dotnet --info` or `dotnet --list-runtimes`. It tells the runtimes; module, pools and sites
 * stay unknown. An output that is not whole does not say what is missing, so that the runtimes stay unknown too.
 */
export function capturedServer(path: string, text: string): TargetServer {
  const output = readDotnetOutput(text);
  const gaps = gapsOf(text, output);
  const { foreignLines, osVersion } = output;
  const notes = [
    'The server is described by an output of dotnet only: nothing is known of IIS, its pools and the ASP.NET Core Module.',
    ...gaps,
    ...(foreignLines > 0 ? [`${runtimes(foreignLines)} in it ${isAre(foreignLines)} not in a Windows folder and passed over.`] : []),
  ];
  const isWhole = gaps.length === 0 && output.roots.length > 0;
  return {
    name: baseName(path).replace(/\.(?:txt|log|out)$/i, ''),
    manifest: { file: path, positions: new Map() },
    ...(osVersion === undefined ? {} : { os: { version: osVersion } }),
    ...(isWhole ? { dotnet: rootsOf(output) } : {}),
    notes,
  };
}
