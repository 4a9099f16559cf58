import type { StartFacts } from '../model/start-facts.ts';
import { commandLineToArgv } from '../windows/command-line.ts';
import { extension } from '../windows/paths.ts';
import { fileExists, resolveApplicationPath } from './application-folder.ts';

/** What the arguments after `dotnet` name. Paths are relative to the application root. */
export type MuxerApplication =
  | { readonly kind: 'application'; readonly dll: string; readonly through: 'whole string' | 'first argument' | 'exec' }
  /** `exec` with a path that does not exist: hostfxr answers InvalidArgFailure. */
  | { readonly kind: 'missing'; readonly named: string; readonly through: 'first argument' | 'exec' }
  /** Not a .dll or .exe, empty, or nothing at all: taken for an SDK command, AppArgNotRunnable. */
  | { readonly kind: 'not-runnable'; readonly named: string }
  /** A file outside the artifact. */
  | { readonly kind: 'unknown'; readonly named: string; readonly missingFacts: readonly string[] };

/** Host options that take a value and may stand before the application (dotnet/runtime:src/native/corehost/fxr/command_line.cpp). */
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
  if (!isRunnable(named)) return { kind: 'not-runnable', named };
  const path = resolveApplicationPath(facts, named);
  if (path.in === 'application') {
    const file = facts.artifact.files.get(path.key);
    return file === undefined ? { kind: 'missing', named, through } : { kind: 'application', dll: file.path, through };
  }
  const found = fileExists(facts, path);
  if ('exists' in found && !found.exists) return { kind: 'missing', named, through };
  return { kind: 'unknown', named, missingFacts: 'missingFacts' in found ? found.missingFacts : ['existingFiles'] };
}

/** The application that hostfxr, as the muxer, takes from its arguments. */
export function muxerApplication(facts: StartFacts, argv: readonly string[]): MuxerApplication {
  const exec = argv[0] === 'exec';
  let index = exec ? 1 : 0;
  while (hostOptions.has(argv[index] ?? '')) index += 2;
  const named = argv[index];
  if (named === undefined || named === '') return { kind: 'not-runnable', named: named ?? '' };
  return applicationAt(facts, named, exec ? 'exec' : 'first argument');
}

/**
 * In-process: the whole text is tried as one file first (that is how unquoted paths with blanks work), then it is split by
 * CommandLineToArgvW, whose first argument is empty when the text starts with a blank.
 * Source: dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp `AppendArguments`; tests in CommonLibTests/hostfxr_utility_tests.cpp.
 */
export function inProcessApplication(facts: StartFacts, text: string): MuxerApplication {
  const whole = applicationAt(facts, text, 'first argument');
  if (whole.kind === 'application') return { ...whole, through: 'whole string' };
  // A full path that may lie in the application: whether it does decides if the text is split at all.
  if (whole.kind === 'unknown') return whole;
  return muxerApplication(facts, commandLineToArgv(text));
}
