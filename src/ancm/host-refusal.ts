import { variablesCouldHelp } from '../dotnet/refused-whatever.ts';
import type { Architecture } from '../model/architecture.ts';
import type { FailureRuleId } from '../model/failure-rules.ts';
import type { Certainty, Place, Remedy } from '../model/finding.ts';
import type { HostRefusal, HostRefusalCause, HostStart, HostStartRequest } from '../model/host-start.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { fileBeside } from './file-beside.ts';
import { frameworkConflict } from './framework-conflict.ts';
import { frameworkMissing } from './framework-missing.ts';

/** A refusal of the .NET host in terms of a finding; which status it becomes depends on who asked the host. */
export interface RefusalFinding {
  readonly rule: FailureRuleId;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly remedies: readonly Remedy[];
  readonly place?: Place;
}

export interface RefusalContext {
  /** Entry assembly, relative to the application root. */
  readonly dll: string;
  readonly architecture: Architecture;
  readonly dotnetRoot: string;
  readonly artifact: PublishArtifact;
}

function hostpolicyMissing(cause: HostRefusalCause & { kind: 'hostpolicy-missing' }, context: RefusalContext): RefusalFinding {
  if (cause.hostTooOld === true) {
    return {
      rule: 'shared-framework-missing',
      message: `The application is for .NET Core 3.0 or later, and the ${context.architecture} dotnet at ${context.dotnetRoot} has only 2.x.`,
      evidence: [cause.because],
      remedies: [
        {
          side: 'server',
          text: `Install the ASP.NET Core Hosting Bundle of the version the application targets, with its ${context.architecture} runtime, then restart IIS.`,
          snippet: 'net stop was /y\nnet start w3svc',
        },
        {
          side: 'app',
          text: 'Publish self-contained, so that the server needs no runtime.',
          snippet: `dotnet publish -c Release -r win-${context.architecture} --self-contained`,
        },
      ],
      place: { in: 'artifact', file: fileBeside(context.dll, '.runtimeconfig.json') },
    };
  }
  return {
    rule: 'self-contained-mismatch',
    message: `The .NET host takes the application for self-contained, but hostpolicy.dll is not in ${cause.directory === '' ? 'the artifact' : cause.directory}.`,
    evidence: [cause.because, `The host looked for hostpolicy.dll in '${cause.directory}'.`],
    remedies: [
      {
        side: 'app',
        text: 'Publish in one step with the same settings: either self-contained with all its files, or framework-dependent.',
        snippet: `dotnet publish -c Release -r win-${context.architecture} --self-contained false`,
      },
      { side: 'app', text: 'Do not mix a build with one setting and a publish --no-build with another; deploy into an empty folder.' },
    ],
    place: { in: 'artifact', file: fileBeside(context.dll, '.runtimeconfig.json') },
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
    remedies: [{ side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' }],
    place: { in: 'artifact', file },
  };
}

/** What a refusal means to people. The host's own words are in `refusal.text`. */
export function refusalFinding(refusal: HostRefusal, context: RefusalContext): RefusalFinding {
  const { cause } = refusal;
  const runtimeConfig = fileBeside(context.dll, '.runtimeconfig.json');
  const again: Remedy = { side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' };
  switch (cause.kind) {
    case 'framework-missing':
      return frameworkMissing(cause, context);
    case 'framework-conflict':
      return frameworkConflict(cause, context);
    case 'runtimeconfig-invalid':
      return invalidJson('runtimeconfig-invalid', cause, runtimeConfig);
    case 'runtimeconfig-missing':
      return {
        rule: 'runtimeconfig-invalid',
        message: `${runtimeConfig} is missing.`,
        evidence: [`${runtimeConfig} is not in the artifact.`],
        remedies: [again],
      };
    case 'hostpolicy-missing':
      return hostpolicyMissing(cause, context);
    case 'hostpolicy-unloadable':
      return {
        rule: 'hostpolicy-not-loadable',
        message: `The .NET host cannot load hostpolicy.dll into an ${context.architecture} process: ${cause.why}.`,
        evidence: [`${cause.path}: ${cause.why}.`],
        remedies: [again],
        place: { in: 'artifact', file: fileBeside(context.dll, '').replace(/[^\\]*$/, 'hostpolicy.dll') },
      };
    case 'deps-invalid':
      return invalidJson('deps-json-invalid', cause, fileBeside(context.dll, '.deps.json'));
    case 'deps-asset-missing':
      return asset('deps-asset-missing', cause, 'and that file is not there', context);
    case 'deps-asset-conflict':
      return asset('host-start-refused', cause, 'and a file of the same name with another extension is there already', context);
    case 'coreclr-missing':
      return {
        rule: 'coreclr-missing',
        message: 'coreclr.dll, the runtime itself, is not where the .NET host looks for it.',
        evidence: ['coreclr.dll is not in the artifact.'],
        remedies: [again],
      };
    case 'duplicate-property':
      return {
        rule: 'host-start-refused',
        message: `${runtimeConfig} sets ${cause.property}, a property that only the .NET host may set.`,
        evidence: [`configProperties: ${cause.property}.`],
        remedies: [{ side: 'app', text: `Take ${cause.property} out of configProperties (runtimeconfig.template.json or the project).` }],
        place: { in: 'artifact', file: runtimeConfig },
      };
    case 'environment-invalid':
      return {
        rule: 'host-environment-invalid',
        message: `The environment variable ${cause.variable} has the value "${cause.value}", which the .NET host refuses.`,
        evidence: [`${cause.variable}=${cause.value}`],
        remedies: [{ side: 'server', text: `Correct or remove ${cause.variable} on the machine or the pool.` }],
      };
    case 'crash':
      return {
        rule: 'host-start-refused',
        message: `The .NET host crashes on this application: ${cause.problem}.`,
        evidence: [cause.problem],
        remedies: [again],
      };
  }
}

/** Without a server, variables that it may have count as not set; where some of them would help, the refusal is only likely. */
export function refusalCertainty(asked: HostStartRequest, { server }: StartFacts, host: HostStart): Certainty {
  return server === undefined && variablesCouldHelp(asked, host) ? 'likely' : 'certain';
}
