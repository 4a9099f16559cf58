import type { Architecture } from '../model/architecture.ts';
import type { EnvironmentBlock, EnvironmentVariables, VariableLookup } from '../model/environment.ts';

/** One source of variables. `variables` absent: nobody said what it sets; `fact` names what would tell. */
export interface EnvironmentLayer {
  readonly variables?: EnvironmentVariables;
  readonly fact: string;
}

/**
 * The environment block of a process made of `layers`; a later layer wins over an earlier one, and all of them over `builtIns`,
 * the variables that Windows sets itself. What Windows sets is known even where a layer is not described or its value was redacted.
 */
export function environmentBlock(layers: readonly EnvironmentLayer[], builtIns: EnvironmentVariables): EnvironmentBlock {
  const topDown = layers.toReversed();
  return (name) => {
    const key = name.toUpperCase();
    const lookup = lookUp(topDown, key);
    if (lookup?.known === true) return lookup;
    const builtIn = builtIns.get(key);
    if (typeof builtIn === 'string') return { known: true, value: builtIn };
    if (lookup !== undefined) return lookup;
    return builtIn === null ? { known: false, missingFacts: [machineFact] } : { known: true, value: undefined };
  };
}

/** What would tell a variable that Windows sets to something only the machine knows. */
const machineFact = 'environment';

/** `undefined`: every layer is described and none sets the name. */
function lookUp(topDown: readonly EnvironmentLayer[], key: string): VariableLookup | undefined {
  const missingFacts: string[] = [];
  for (const { variables, fact } of topDown) {
    const value = variables?.get(key);
    if (typeof value === 'string' && missingFacts.length === 0) return { known: true, value: value === '' ? undefined : value };
    if (variables === undefined || value === null) missingFacts.push(fact);
    if (value !== undefined) break;
  }
  return missingFacts.length > 0 ? { known: false, missingFacts } : undefined;
}

/**
 * The variables that Windows gives every process, for a system on drive C:, by upper-cased name; `null` where only the machine knows the value.
 * A 32-bit process on 64-bit Windows sees the `(x86)` folders under the plain names.
 * `windows`: the architecture of the operating system; absent counts as 64-bit, as every supported Windows Server is.
 * Source: learn.microsoft.com/windows/win32/winprog64/wow64-implementation-details.
 */
export function windowsVariables(process: Architecture, windows?: Architecture): EnvironmentVariables {
  return new Map<string, string | null>([
    ['SYSTEMDRIVE', 'C:'],
    ['SYSTEMROOT', 'C:\\Windows'],
    ['WINDIR', 'C:\\Windows'],
    ['COMSPEC', 'C:\\Windows\\system32\\cmd.exe'],
    ['PROGRAMDATA', 'C:\\ProgramData'],
    ['ALLUSERSPROFILE', 'C:\\ProgramData'],
    ['PUBLIC', 'C:\\Users\\Public'],
    ['OS', 'Windows_NT'],
    ...programFolders(process, windows),
    ...['COMPUTERNAME', 'NUMBER_OF_PROCESSORS', 'TEMP', 'TMP', 'USERNAME', 'USERDOMAIN', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'].map(
      (name): [string, null] => [name, null],
    ),
  ]);
}

const processorNames = { x64: 'AMD64', x86: 'x86', arm64: 'ARM64' } as const satisfies Record<Architecture, string>;

function programFolders(process: Architecture, windows: Architecture | undefined): [string, string][] {
  const native = 'C:\\Program Files';
  const own = process === 'x86' && windows !== 'x86' ? `${native} (x86)` : native;
  const folders: [string, string][] = [
    ['PROGRAMFILES', own],
    ['COMMONPROGRAMFILES', `${own}\\Common Files`],
    ['PROCESSOR_ARCHITECTURE', processorNames[process]],
  ];
  if (windows === 'x86') return folders;
  return [
    ...folders,
    ['PROGRAMFILES(X86)', `${native} (x86)`],
    ['PROGRAMW6432', native],
    ['COMMONPROGRAMFILES(X86)', `${native} (x86)\\Common Files`],
    ['COMMONPROGRAMW6432', `${native}\\Common Files`],
  ];
}

export type Expansion =
  | { readonly known: true; readonly text: string }
  | { readonly known: false; readonly missingFacts: readonly string[] };

/**
 * Replaces `%NAME%` as ExpandEnvironmentStrings does: a name that is not set stays as written, percent signs included.
 * Not known as soon as one of the names is not.
 */
export function expandEnvironmentVariables(text: string, block: EnvironmentBlock): Expansion {
  const missing = new Set<string>();
  let expanded = '';
  let rest = 0;
  for (;;) {
    const open = text.indexOf('%', rest);
    const close = open < 0 ? -1 : text.indexOf('%', open + 1);
    if (close < 0) break;
    const lookup = block(text.slice(open + 1, close));
    if (!lookup.known) for (const fact of lookup.missingFacts) missing.add(fact);
    const value = lookup.known ? lookup.value : undefined;
    expanded += text.slice(rest, open) + (value ?? text.slice(open, close + 1));
    rest = close + 1;
  }
  return missing.size > 0 ? { known: false, missingFacts: [...missing] } : { known: true, text: expanded + text.slice(rest) };
}
