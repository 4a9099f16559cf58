import { highestFxVersion } from '../dotnet/fx-version.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { DotnetRoot } from '../model/target-server.ts';
import type { InProcessEntry, WorkedOut } from '../model/worked-out.ts';
import { applicationFolder } from './application-folder.ts';
import { bundledHostVersion } from './bundled-host-version.ts';
import { resolutionFailure } from './process-path-failures.ts';

/** The text of event 1031: 7.0 and later ask nethost and only say that it failed; earlier shims look themselves. */
function hostfxrMissingText(root: DotnetRoot, major: number): string {
  if (major >= 7) return 'get_hostfxr_path failed';
  const folder = `${root.root}\\host\\fxr`;
  const highest = highestFxVersion(root.hostfxr ?? []);
  if (highest !== undefined) return `hostfxr.dll not found at '${folder}\\${highest.version}\\hostfxr.dll'`;
  return (root.hostfxr ?? []).length === 0
    ? `Unable to find hostfxr directory at ${folder}`
    : `Hostfxr directory '${folder}' doesn't contain any version subdirectories`;
}

function missing(facts: StartFacts, root: DotnetRoot, { module, aspNetCore }: Pick<WorkedOut, 'module' | 'aspNetCore'>): StageOutcome {
  const listed = (root.hostfxr ?? []).map(({ version, complete }) => (complete ? version : `${version} (without hostfxr.dll)`)).join(', ');
  return {
    outcome: 'failed',
    failure: resolutionFailure(
      { facts, module, section: aspNetCore },
      {
        rule: 'hostfxr-missing',
        text: hostfxrMissingText(root, module.major),
        message: `The dotnet folder ${root.root} has no usable hostfxr: only the highest version folder counts, and it must hold hostfxr.dll.`,
        evidence: [`${root.root}\\host\\fxr: ${listed === '' ? 'no version folder' : listed}.`],
        remedies: [
          {
            side: 'server',
            text: 'Repair or reinstall the .NET runtime in that folder (the Hosting Bundle does it for the default folder).',
          },
        ],
      },
    ),
  };
}

function besideApplication(facts: StartFacts, entry: InProcessEntry & { kind: 'self-contained' }): StageOutcome {
  const relative = entry.folder === '' ? 'hostfxr.dll' : `${entry.folder}\\hostfxr.dll`;
  const version = bundledHostVersion(facts.artifact, entry.dll);
  return {
    outcome: 'passed',
    because: `${relative} beside the exe${version === undefined ? '' : `, version ${version}`}.`,
    workedOut: {
      hostfxr: { path: `${applicationFolder(facts)}\\${relative}`, ...(version === undefined ? {} : { version }), beside: 'application' },
    },
  };
}

/**
 * hostfxr: beside a self-contained exe, else the highest version folder of the dotnet root, without a way back to a lower one.
 * Source: dotnet/aspnetcore:…/CommonLib/HostFxrResolver.cpp; dotnet/runtime:src/native/corehost/fxr_resolver.cpp.
 */
export const locateHostfxrStage = defineStage({
  name: 'locate-hostfxr',
  checks: 'hostfxr where the module looks for it',
  needs: ['module', 'aspNetCore', 'entry', 'dotnetRoot'],
  perform: (facts, { module, aspNetCore, entry, dotnetRoot }) => {
    if (entry.kind === 'self-contained') return besideApplication(facts, entry);
    if (dotnetRoot.hostfxr === undefined) {
      return {
        outcome: 'unknown',
        because: `Which hostfxr versions ${dotnetRoot.root} has is not known.`,
        missingFacts: ['dotnet[].hostfxr'],
        // What every version of it would refuse is refused.
        workedOut: { hostfxr: { path: `${dotnetRoot.root}\\host\\fxr\\{version}\\hostfxr.dll`, beside: 'dotnet' } },
      };
    }
    const highest = highestFxVersion(dotnetRoot.hostfxr);
    if (highest?.complete !== true) return missing(facts, dotnetRoot, { module, aspNetCore });
    return {
      outcome: 'passed',
      because: `hostfxr ${highest.version} is the highest in ${dotnetRoot.root}.`,
      workedOut: {
        hostfxr: { path: `${dotnetRoot.root}\\host\\fxr\\${highest.version}\\hostfxr.dll`, version: highest.version, beside: 'dotnet' },
      },
    };
  },
});
