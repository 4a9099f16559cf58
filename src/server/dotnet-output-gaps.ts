import { type DotnetOutput, lineWithoutFolder, runtimeLine } from './dotnet-output.ts';

/** The frameworks that every list begins an entry with; `\shared\Microsoft.NETCore.App]` at the end of one is none. */
const entryStart =
  /(?<![\w.\\/'"])Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)(?=[ \t]{0,40}(?:\r?\n|$(?![\s\S]))|[ \t]{1,40}\d)/g;

/** Every reason why an output does not tell all runtimes of the server, in sentences; none: the list is whole. */
export function gapsOf(text: string, output: DotnetOutput): readonly string[] {
  const withoutFolder = [...text.matchAll(lineWithoutFolder)].length;
  const isEndCut = isCut(text);
  const broken = [...text.matchAll(entryStart)].length - [...text.matchAll(runtimeLine)].filter(isOfFrameworks).length - withoutFolder;
  const withoutRuntime = output.roots.filter(({ frameworks }) => frameworks !== undefined && !frameworks.has('Microsoft.NETCore.App'));
  return [
    ...(isEndCut ? ['The output of dotnet is cut off in the middle of a line; runtimes may be missing.'] : []),
    ...(withoutFolder > 0 ? [`It does not say in which folder ${runtimes(withoutFolder)} of the list ${isAre(withoutFolder)}.`] : []),
    ...(broken > 0 && !isEndCut ? [`The lines of ${runtimes(broken)} in it are broken, so that the list cannot be read as a whole.`] : []),
    // Whatever is installed below a root needs this framework, and lists have it behind those of ASP.NET Core.
    ...withoutRuntime.slice(0, 3).map(({ root }) => `It lists no Microsoft.NETCore.App in ${root}, so it seems to be cut off.`),
    ...(output.roots.length === 0 && output.foreignLines === 0 && withoutFolder === 0 ? ['It lists no runtime.'] : []),
    ...(output.hostWithoutRoot && output.roots.length > 0 ? ['It does not say in which folder one dotnet of it is.'] : []),
  ];
}

function isOfFrameworks([, name = '']: RegExpExecArray): boolean {
  return /^Microsoft\.(?:NETCore|AspNetCore|WindowsDesktop)\.(?:App|All)$/.test(name);
}

export function runtimes(count: number): string {
  return count === 1 ? '1 runtime' : `${count} runtimes`;
}

export function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function isCut(text: string): boolean {
  const end = text.slice(-1000).trimEnd();
  return (
    /Microsoft\.[\w.]{1,100}[ \t]{1,40}\d[\w.-]{0,100}(?:[ \t]{1,40}\[[^\]\r\n]{0,400})$/.test(end) ||
    /(?:^|\s)Microsoft\.[\w.]{0,100}$/.test(end)
  );
}
