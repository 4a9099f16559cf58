import type { Architecture } from '../model/architecture.ts';
import type { DotnetRoot, InstalledFramework } from '../model/target-server.ts';
import { fullPathKey } from '../windows/paths.ts';

/** What an output of `dotnet --info` or `dotnet --list-runtimes` says about a Windows server. */
export interface DotnetOutput {
  /** Roots whose runtimes are listed, as far as the output says. */
  readonly roots: readonly DotnetRoot[];
  /** Roots that `--info` names without listing them; absent where it does not speak of other architectures. */
  readonly otherRoots?: readonly { readonly root: string; readonly architecture: Architecture }[];
  readonly osVersion?: string;
  /** The output is about a `dotnet` of which it lists no runtime, so that it does not tell the folder. */
  readonly hostWithoutRoot: boolean;
  /** Lines that name a folder of another operating system. */
  readonly foreignLines: number;
}

/** `Microsoft.NETCore.App 8.0.11 [C:\Program Files\dotnet\shared\Microsoft.NETCore.App]`, wherever line breaks went. */
export const runtimeLine = /([A-Za-z][\w.-]{0,100})[ \t]{1,40}(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100})[ \t]{1,40}\[([^[\]\r\n]{1,400})\]/g;
export const lineWithoutFolder = /^[ \t>]{0,40}Microsoft\.[\w.]{1,100}[ \t]{1,40}\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100}[ \t]{0,40}\r?$/gm;

/** Whether a text is such an output at all. */
export function isDotnetOutput(text: string): boolean {
  return (
    /\.NET (?:Core )?runtimes installed:|Host(?: \(useful for support\))?:\s|Microsoft \.NET Core Shared Framework Host/.test(text) ||
    listsRuntimes(text) ||
    text.search(lineWithoutFolder) >= 0
  );
}

/** Whether a text has at least one runtime with its folder, which nothing but such an output has. */
export function listsRuntimes(text: string): boolean {
  return text.search(runtimeLine) >= 0;
}

/**
 * Reads one or several outputs in one text. People paste them with prompts, quotes, comments, other indentation or without line breaks;
 * only the head of the SDK part is translated (dotnet/runtime:src/native/corehost/fxr/command_line.cpp writes English).
 * What the output does not say stays absent: `--list-runtimes` knows neither the architecture nor hostfxr.
 */
export function readDotnetOutput(text: string): DotnetOutput {
  const roots = new Map<string, DotnetRoot>();
  let foreignLines = 0;
  let hostWithoutRoot = false;
  for (const { head, list } of hostParts(text)) {
    const listed = runtimesByRoot(list);
    foreignLines += listed.foreignLines;
    hostWithoutRoot ||= head !== undefined && listed.roots.length === 0;
    // The head of a part is about one host; where it lists several roots, it does not say which is its own.
    const host = listed.roots.length === 1 && head !== undefined ? head : {};
    for (const root of listed.roots) {
      const known = roots.get(fullPathKey(root.root));
      const described = { ...root, ...host };
      roots.set(fullPathKey(root.root), known === undefined ? described : mergedRoot(known, described));
    }
  }
  const others = otherArchitectures(text);
  const osVersion = /OS Version:\s{1,40}(\d{1,5}\.\d{1,5}\.\d{1,7})/.exec(text)?.[1];
  return {
    roots: [...roots.values()],
    ...(others === undefined ? {} : { otherRoots: others }),
    ...(osVersion === undefined || !/OS Platform:\s{1,40}Windows/.test(text) ? {} : { osVersion }),
    hostWithoutRoot,
    foreignLines,
  };
}

type HostHead = Pick<DotnetRoot, 'architecture' | 'hostfxr'>;

interface HostPart {
  /** What is said about the host itself; absent in front of the first one. */
  readonly head?: HostHead;
  readonly list: string;
}

/** The text before the first host, and one part for each host. */
function hostParts(text: string): HostPart[] {
  const starts = [...text.matchAll(/(?<![\w.])Host(?: \(useful for support\))?:\s/g)].map(({ index }) => index);
  return [0, ...starts].map((start, part) => {
    const list = text.slice(start, starts[part]);
    return part === 0 ? { list } : { list, head: hostHead(list, text.slice(starts[part - 2] ?? 0, start)) };
  });
}

/**
 * `part` begins with the host. Before .NET 6 hosts did not tell their architecture, but an SDK part in front of one does (`RID`): the SDK
 * runs in the process of this very host. `before`: the text since the host before.
 */
function hostHead(part: string, before: string): HostHead {
  const head =
    /^Host(?: \(useful for support\))?:\s{1,40}Version:\s{1,40}(\d{1,9}\.\d{1,9}\.\d{1,9}[\w.-]{0,100})(?:\s{1,40}Architecture:\s{1,40}(x64|x86|arm64)\b)?/.exec(
      part,
    );
  if (head?.[1] === undefined) return {};
  const ownBlock = part.slice(0, Math.max(0, part.search(/installed:/)) || part.length);
  const architecture = architectureNamed(head[2] ?? lastRid(ownBlock) ?? lastRid(before.slice(endOfList(before))));
  return { hostfxr: [{ version: head[1], complete: true }], ...(architecture === undefined ? {} : { architecture }) };
}

function lastRid(text: string): string | undefined {
  return [...text.matchAll(/\bRID:\s{1,40}win\w{0,10}-(x64|x86|arm64)\b/g)].at(-1)?.[1];
}

/** Where the runtimes that a text lists end; what is behind them belongs to the next output. */
function endOfList(text: string): number {
  const last = [...text.matchAll(runtimeLine)].at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

function architectureNamed(name: string | undefined): Architecture | undefined {
  return name === 'x64' || name === 'x86' || name === 'arm64' ? name : undefined;
}

interface ListedRoot {
  readonly root: string;
  readonly frameworks: Map<string, InstalledFramework[]>;
}

function runtimesByRoot(part: string): { readonly roots: readonly DotnetRoot[]; readonly foreignLines: number } {
  const roots = new Map<string, ListedRoot>();
  let foreignLines = 0;
  for (const [, name = '', version = '', folder = ''] of part.matchAll(runtimeLine)) {
    const root = rootOfShared(folder, name);
    if (root === undefined) continue;
    if (!/^[a-z]:\\/i.test(root)) {
      foreignLines++;
      continue;
    }
    const entry: ListedRoot = roots.get(fullPathKey(root)) ?? { root, frameworks: new Map() };
    roots.set(fullPathKey(root), entry);
    const versions = entry.frameworks.get(name) ?? [];
    if (!versions.some((known) => known.version === version)) versions.push({ version, complete: true });
    entry.frameworks.set(name, versions);
  }
  return { roots: [...roots.values()], foreignLines };
}

/** `C:\Program Files\dotnet` of `C:\Program Files\dotnet\shared\Microsoft.NETCore.App`; SDK lines name another folder. */
function rootOfShared(folder: string, name: string): string | undefined {
  const suffix = `\\shared\\${name}`.toLowerCase();
  const path = folder.trim();
  return path.replaceAll('/', '\\').toLowerCase().endsWith(suffix) ? path.slice(0, -suffix.length) : undefined;
}

/** `undefined`: hosts before 7.0 do not have the list. */
function otherArchitectures(text: string): DotnetOutput['otherRoots'] {
  const list = /Other architectures found:\s{1,40}([\s\S]{0,2000})/.exec(text)?.[1];
  if (list === undefined) return undefined;
  const others = list
    .slice(0, list.search(/Environment variables:|$(?![\s\S])/))
    .matchAll(/\b(x64|x86|arm64)\s{1,40}\[([a-z]:\\[^[\]\r\n]{1,400})\]/gi);
  return [...others].flatMap(([, name, root = '']) => {
    const architecture = architectureNamed(name);
    return architecture === undefined ? [] : [{ root, architecture }];
  });
}

/** Two outputs about one root: what either says. */
function mergedRoot(known: DotnetRoot, more: DotnetRoot): DotnetRoot {
  const frameworks = new Map(known.frameworks ?? []);
  for (const [name, versions] of more.frameworks ?? []) {
    const before = frameworks.get(name) ?? [];
    frameworks.set(name, [...before, ...versions.filter(({ version }) => !before.some((folder) => folder.version === version))]);
  }
  const isListed = known.frameworks !== undefined || more.frameworks !== undefined;
  return { ...known, ...more, ...(isListed ? { frameworks } : {}) };
}
