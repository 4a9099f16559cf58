import type { DotnetRoot, TargetServer } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';
import { readDotnetOutput } from './dotnet-output.ts';
import { baseName } from './server-file.ts';

/** Every dotnet root the output speaks of: those it lists, and those it only names, of which nothing more is known. */
function rootsOf({ roots, otherRoots = [] }: ReturnType<typeof readDotnetOutput>): readonly DotnetRoot[] {
  const listed = new Set(roots.map(({ root }) => fullPathKey(root)));
  return [...roots, ...otherRoots.filter(({ root }) => !listed.has(fullPathKey(root)))];
}

/**
 * A server of which somebody kept the output of `dotnet --info` or `dotnet --list-runtimes`. It tells the runtimes; module, pools and sites
 * stay unknown.
 */
export function capturedServer(path: string, text: string): TargetServer {
  const output = readDotnetOutput(text);
  const name = baseName(path).replace(/\.(?:txt|log)$/i, '');
  const notes = [
    'The server is described by an output of dotnet only: nothing is known of IIS, its pools and the ASP.NET Core Module.',
    ...(output.cut ? ['The output of dotnet is cut off in the middle of a line; runtimes may be missing.'] : []),
    ...(output.foreignLines > 0 ? [`${output.foreignLines} runtimes in it are not in a Windows folder and were passed over.`] : []),
    ...(output.linesWithoutFolder > 0 ? [`${output.linesWithoutFolder} runtimes in it have no folder and were passed over.`] : []),
  ];
  // A cut list does not say what is missing.
  const dotnet = output.cut ? {} : { dotnet: rootsOf(output) };
  return {
    name,
    manifest: { file: path, positions: new Map() },
    ...(output.osVersion === undefined ? {} : { os: { version: output.osVersion } }),
    ...dotnet,
    notes,
  };
}
