import type { StartFacts } from '../model/start-facts.ts';
import { commandLineToArgv } from '../windows/command-line.ts';
import { extension } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';

/** What the arguments after `dotnet` name. Paths are relative to the application root. */
export type MuxerApplication =
  | { readonly kind: 'application'; readonly dll: string; readonly through: 'whole string' | 'first argument' | 'exec' }
  /** `exec` with a path that does not exist: hostfxr answers InvalidArgFailure. */
  | { readonly kind: 'missing'; readonly named: string; readonly through: 'first argument' | 'exec' }
  /** Not a .dll or .exe, empty, or nothing at all: taken for an SDK command, AppArgNotRunnable; after `exec` InvalidArgFailure. */
  | { readonly kind: 'not-runnable'; readonly named: string; readonly through: 'first argument' | 'exec' }
  /** Something about which nothing more can be told; `because` says what. */
  | { readonly kind: 'unknown'; readonly because: string; readonly missingFacts: readonly string[] };

/**
 * Host options that take a value and may stand before the application; `exec` and the options ignore case
 * (dotnet/runtime:src/native/corehost/fxr/command_line.cpp).
 */
const hostOptions = new Set([
  '--additionalprobingpath',
  '--depsfile',
  '--runtimeconfig',
  '--fx-version',
  '--roll-forward',
  '--additional-deps',
  '--roll-forward-on-no-candidate-fx',
]);

const isRunnable = (path: string): boolean => /^\.(?:dll|exe)$/i.test(extension(path));

function applicationAt(facts: StartFacts, named: string, through: 'first argument' | 'exec'): MuxerApplication {
  if (!isRunnable(named)) return { kind: 'not-runnable', named, through };
  const path = resolveApplicationPath(facts, named);
  if (path.in === 'application') {
    const file = facts.artifact.files.get(path.key);
    return file === undefined ? { kind: 'missing', named, through } : application(file.path, through);
  }
  const found = fileExists(facts, path);
  if ('exists' in found && !found.exists) return { kind: 'missing', named, through };
  const because = `arguments names ${path.in === 'server' ? path.path : named}, outside the artifact`;
  return { kind: 'unknown', because, missingFacts: 'missingFacts' in found ? found.missingFacts : ['existingFiles'] };
}

/**
 * The host takes an exe too, and then looks for the files of that name; one that is managed starts, and publish output with the exe in its
 * web.config was reported to run in IIS (dotnet/aspnetcore#30853).
 */
function application(dll: string, through: 'first argument' | 'exec'): MuxerApplication {
  if (!/^\.exe$/i.test(extension(dll))) return { kind: 'application', dll, through };
  return { kind: 'unknown', because: `dotnet is given ${dll}; whether that works depends on what the exe is`, missingFacts: [] };
}

/** The application that hostfxr, as the muxer, takes from its arguments. */
export function muxerApplication(facts: StartFacts, argv: readonly string[]): MuxerApplication {
  const exec = argv[0]?.toLowerCase() === 'exec';
  const first = exec ? 1 : 0;
  let index = first;
  while (hostOptions.has(argv[index]?.toLowerCase() ?? '')) index += 2;
  const named = argv[index] ?? '';
  const found: MuxerApplication =
    named === ''
      ? { kind: 'not-runnable', named, through: exec ? 'exec' : 'first argument' }
      : applicationAt(facts, named, exec ? 'exec' : 'first argument');
  if (index === first || found.kind !== 'application') return found;
  const options = argv.slice(first, index).join(' ');
  return { kind: 'unknown', because: `arguments gives the .NET host ${options}; what it makes of that is not checked`, missingFacts: [] };
}

/** Whether `text` names an application behind blanks, which Windows may or may not cut off when the module tries it as one file. */
export function namesApplicationBehindBlanks(facts: StartFacts, text: string): boolean {
  return /^\s/.test(text) && applicationAt(facts, text.trimStart(), 'first argument').kind === 'application';
}

/**
 * In-process: the whole text is tried as one file first (that is how unquoted paths with blanks work), then it is split by
 * CommandLineToArgvW, whose first argument is empty when the text starts with a blank.
 * Source: dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp `AppendArguments`; tests in CommonLibTests/hostfxr_utility_tests.cpp.
 */
export function inProcessApplication(facts: StartFacts, text: string): MuxerApplication {
  const whole = applicationAt(facts, text, 'first argument');
  if (whole.kind === 'application') return { ...whole, through: 'whole string' };
  // An exe, or a full path that may lie in the application: whether it does decides if the text is split at all.
  if (whole.kind === 'unknown') return whole;
  return muxerApplication(facts, commandLineToArgv(text));
}
