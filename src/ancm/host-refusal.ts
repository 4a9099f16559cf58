import { variablesCouldHelp } from '../dotnet/refused-whatever.ts';
import type { Certainty } from '../model/finding.ts';
import type { HostRefusal, HostRefusalCause, HostStart, HostStartRequest } from '../model/host-start.ts';
import { publishAgain, publishSelfContained, restartIis } from '../model/remedies.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { joinPath, parentPath, pathKey } from '../windows/paths.ts';
import { fileBeside } from './file-beside.ts';
import { frameworkConflict } from './framework-conflict.ts';
import { frameworkMissing } from './framework-missing.ts';
import type { RefusalContext, RefusalFinding } from './refusal-finding.ts';

type Cause<Kind extends HostRefusalCause['kind']> = HostRefusalCause & { readonly kind: Kind };

function hostpolicyMissing(cause: Cause<'hostpolicy-missing'>, context: RefusalContext): RefusalFinding {
  if (cause.hostTooOld === true) {
    return {
      rule: 'shared-framework-missing',
      message: `The application is for .NET Core 3.0 or later, and the ${context.architecture} dotnet at ${context.dotnetRoot} has only 2.x.`,
      evidence: [cause.because],
      remedies: [
        {
          side: 'server',
          text: `Install the ASP.NET Core Hosting Bundle of the version the application targets, with its ${context.architecture} runtime, then restart IIS.`,
          snippet: restartIis,
        },
        publishSelfContained(context.architecture),
      ],
      place: { in: 'artifact', file: fileBeside(context.dll, '.runtimeconfig.json') },
    };
  }
  const file = fileBeside(context.dll, '.runtimeconfig.json');
  const isLost = !context.artifact.files.has(pathKey(file));
  const reason = isLost ? `, because ${file} is not there` : '';
  return {
    rule: 'self-contained-mismatch',
    message: `The .NET host takes the application for self-contained${reason}, but hostpolicy.dll is not in ${cause.directory === '' ? 'the artifact' : cause.directory}.`,
    evidence: [cause.because, `The host looked for hostpolicy.dll in '${cause.directory}'.`],
    remedies: [
      ...(isLost ? [{ ...publishAgain, text: `Publish again and deploy the whole output; ${file} belongs to it.` }] : []),
      {
        side: 'app',
        text: 'Publish in one step with the same settings: either self-contained with all its files, or framework-dependent.',
        snippet: `dotnet publish -c Release -r win-${context.architecture} --self-contained false`,
      },
      { side: 'app', text: 'Do not mix a build with one setting and a publish --no-build with another; deploy into an empty folder.' },
    ],
    place: { in: 'artifact', file },
  };
}

function invalidJson(
  rule: 'runtimeconfig-invalid' | 'deps-json-invalid',
  cause: { path: string; problem: string; line?: number; column?: number },
  file: string,
): RefusalFinding {
  const at = cause.line === undefined ? '' : ` at line ${cause.line}${cause.column === undefined ? '' : `, column ${cause.column}`}`;
  return {
    rule,
    message: `The .NET host cannot read ${file}: ${cause.problem}${at}.`,
    evidence: [`${file}${at}: ${cause.problem}.`],
    remedies: [{ side: 'app', text: 'Publish again; if a deployment step edits this file, correct that step.' }],
    place: {
      in: 'artifact',
      file,
      ...(cause.line === undefined ? {} : { line: cause.line }),
      ...(cause.column === undefined ? {} : { column: cause.column }),
    },
  };
}

function asset(
  rule: 'deps-asset-missing' | 'host-start-refused',
  cause: { deps: string; package: string; version: string; asset: string },
  what: string,
  context: RefusalContext,
): RefusalFinding {
  const file = fileBeside(context.dll, '.deps.json');
  return {
    rule,
    message: `${cause.deps} promises ${cause.asset} of ${cause.package} ${cause.version}, ${what}.`,
    evidence: [`${file}: package ${cause.package} ${cause.version}, path ${cause.asset}.`],
    remedies: [publishAgain],
    place: { in: 'artifact', file },
  };
}

/** Something is wrong with the files as a whole, so that none of them is the place. */
function outputBroken(rule: RefusalFinding['rule'], message: string, evidence: string): RefusalFinding {
  return { rule, message, evidence: [evidence], remedies: [publishAgain] };
}

function hostpolicyUnloadable({ path, why }: Cause<'hostpolicy-unloadable'>, { dll, architecture }: RefusalContext): RefusalFinding {
  const message = `The .NET host cannot load hostpolicy.dll into an ${architecture} process: ${why}.`;
  const file = joinPath(parentPath(dll), 'hostpolicy.dll');
  return { ...outputBroken('hostpolicy-not-loadable', message, `${path}: ${why}.`), place: { in: 'artifact', file } };
}

function duplicateProperty({ property }: Cause<'duplicate-property'>, file: string): RefusalFinding {
  return {
    rule: 'host-start-refused',
    message: `${file} sets ${property}, a property that only the .NET host may set.`,
    evidence: [`configProperties: ${property}.`],
    remedies: [{ side: 'app', text: `Take ${property} out of configProperties (runtimeconfig.template.json or the project).` }],
    place: { in: 'artifact', file },
  };
}

function environmentInvalid({ variable, value }: Cause<'environment-invalid'>): RefusalFinding {
  return {
    rule: 'host-environment-invalid',
    message: `The environment variable ${variable} has the value "${value}", which the .NET host refuses.`,
    evidence: [`${variable}=${value}`],
    remedies: [{ side: 'server', text: `Correct or remove ${variable} on the machine or the pool.` }],
  };
}

/** What a refusal means to people. The host's own words are in `refusal.text`. */
export function refusalFinding({ cause }: HostRefusal, context: RefusalContext): RefusalFinding {
  const runtimeConfig = fileBeside(context.dll, '.runtimeconfig.json');
  switch (cause.kind) {
    case 'framework-missing':
      return frameworkMissing(cause, context);
    case 'framework-conflict':
      return frameworkConflict(cause, context);
    case 'runtimeconfig-invalid':
      return invalidJson('runtimeconfig-invalid', cause, runtimeConfig);
    case 'runtimeconfig-missing':
      return outputBroken('runtimeconfig-invalid', `${runtimeConfig} is missing.`, `${runtimeConfig} is not in the artifact.`);
    case 'hostpolicy-missing':
      return hostpolicyMissing(cause, context);
    case 'hostpolicy-unloadable':
      return hostpolicyUnloadable(cause, context);
    case 'deps-invalid':
      return invalidJson('deps-json-invalid', cause, fileBeside(context.dll, '.deps.json'));
    case 'deps-asset-missing':
      return asset('deps-asset-missing', cause, 'and that file is not there', context);
    case 'deps-asset-conflict':
      return asset('host-start-refused', cause, 'and a file of the same name with another extension is there already', context);
    case 'coreclr-missing': {
      const message = 'coreclr.dll, the runtime itself, is not where the .NET host looks for it.';
      return outputBroken('coreclr-missing', message, 'coreclr.dll is not in the artifact.');
    }
    case 'duplicate-property':
      return duplicateProperty(cause, runtimeConfig);
    case 'environment-invalid':
      return environmentInvalid(cause);
    case 'crash':
      return outputBroken('host-start-refused', `The .NET host crashes on this application: ${cause.problem}.`, `${cause.problem}.`);
  }
}

/** Without a server, variables that it may have count as not set; where some of them would help, the refusal is only likely. */
export function refusalCertainty(asked: HostStartRequest, { server }: StartFacts, host: HostStart): Certainty {
  return server === undefined && variablesCouldHelp(asked, host) ? 'likely' : 'certain';
}
