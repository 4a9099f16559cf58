import { compareFxVersions, parseFxVersion } from '../dotnet/fx-version.ts';
import type { Architecture } from '../model/architecture.ts';
import type { Remedy } from '../model/finding.ts';
import type { HostRefusalCause } from '../model/host-start.ts';
import { publishSelfContained, restartIis } from '../model/remedies.ts';
import { fileBeside } from './file-beside.ts';
import { frameworkPlace } from './framework-place.ts';
import type { RefusalContext, RefusalFinding } from './refusal-finding.ts';

type FrameworkMissing = HostRefusalCause & { readonly kind: 'framework-missing' };
type Answer = Pick<RefusalFinding, 'message' | 'evidence' | 'remedies'>;

const channelOf = (version: string): string => version.split('.').slice(0, 2).join('.');
const targetOf = (version: string): string => `${Number.parseInt(version, 10) < 5 ? 'netcoreapp' : 'net'}${channelOf(version)}`;
const webFrameworks = new Set(['Microsoft.NETCore.App', 'Microsoft.AspNetCore.App', 'Microsoft.AspNetCore.All']);

function install(framework: string, version: string, architecture: Architecture): Remedy {
  const what =
    framework === 'Microsoft.WindowsDesktop.App'
      ? `the .NET Desktop Runtime ${channelOf(version)} (${architecture}); the Hosting Bundle does not contain it`
      : webFrameworks.has(framework)
        ? `the ASP.NET Core Hosting Bundle ${channelOf(version)}, at least ${version}, with its ${architecture} runtime`
        : `${framework} ${version} (${architecture})`;
  return { side: 'server', text: `Install ${what}, then restart IIS.`, snippet: restartIis };
}

/** What the application can do with the releases that are there. */
function settleFor({ version, found, policy, requestedBy }: FrameworkMissing, { architecture }: RefusalContext): Remedy {
  const newest = found.map((folder) => folder.version).findLast((folder) => parseFxVersion(folder)?.pre === '');
  const [asked, there] = [parseFxVersion(version), parseFxVersion(newest ?? '')];
  if (newest === undefined || asked === undefined || there === undefined || requestedBy !== undefined)
    return publishSelfContained(architecture);
  if (channelOf(newest) !== channelOf(version))
    return {
      side: 'app',
      text: `Target what the server has (${channelOf(newest)}), or publish self-contained.`,
      snippet: `<TargetFramework>${targetOf(newest)}</TargetFramework>`,
    };
  if (compareFxVersions(there, asked) > 0) return { side: 'app', text: `Let the host roll forward to a later patch; now it is ${policy}` };
  return asked.pre !== ''
    ? publishSelfContained(architecture)
    : {
        side: 'app',
        text: `Ask for ${channelOf(version)}.0 instead of ${version}: take RuntimeFrameworkVersion and TargetLatestRuntimePatch out of the project. Or publish self-contained.`,
        snippet: '<TargetLatestRuntimePatch>false</TargetLatestRuntimePatch>',
      };
}

function noVersion({ framework, version }: FrameworkMissing, asked: string, file: string): Answer {
  const what = version === '' ? `${framework} without a version` : `${framework} "${version}"`;
  return {
    message: `${asked} asks for ${what}, and the .NET host takes versions of three numbers only, such as 8.0.0.`,
    evidence: [`${file} leads to ${what}.`],
    remedies: [
      {
        side: 'app',
        text: `Write a whole version into ${file}; if a deployment step edits that file, correct the step.`,
        snippet: `"name": "${framework}", "version": "8.0.0"`,
      },
    ],
  };
}

function disabled({ framework, version }: FrameworkMissing, instead: string, asked: string, architecture: Architecture): Answer {
  return {
    message: `${asked} needs ${framework} ${version}; ${instead} is installed, and DOTNET_DISABLE_RUNTIME_VERSIONS switches it off.`,
    evidence: [`DOTNET_DISABLE_RUNTIME_VERSIONS names ${instead}.`],
    remedies: [
      {
        side: 'server',
        text: `Take ${instead} out of DOTNET_DISABLE_RUNTIME_VERSIONS, or install another patch, then restart IIS.`,
        snippet: restartIis,
      },
      publishSelfContained(architecture),
    ],
  };
}

function leftOver({ framework, version }: FrameworkMissing, instead: string, asked: string, context: RefusalContext): Answer {
  const folder = `${context.dotnetRoot}\\shared\\${framework}\\${instead}`;
  return {
    message: `${asked} needs ${framework} ${version}; the folder of ${instead} is there, but its files are not.`,
    evidence: [`${folder} has no ${framework}.deps.json, and counts for nothing.`],
    remedies: [install(framework, instead, context.architecture), publishSelfContained(context.architecture)],
  };
}

function notInstalled(cause: FrameworkMissing, asked: string, context: RefusalContext): Answer {
  const { framework, version, found } = cause;
  const { architecture, dotnetRoot } = context;
  const none = found.length === 0;
  const why = none
    ? `the ${architecture} dotnet at ${dotnetRoot} has no version of it`
    : `none of the versions that the ${architecture} dotnet at ${dotnetRoot} has will do`;
  const there = none ? 'no version of it is installed there' : `installed there: ${found.map((entry) => entry.version).join(', ')}`;
  return {
    message: `${asked} needs ${framework} ${version}, and ${why}.`,
    evidence: [`${dotnetRoot}\\shared\\${framework}: ${there}.`],
    remedies: [install(framework, version, architecture), settleFor(cause, context)],
  };
}

/** A framework for which the host finds no folder: it is not there, too old or too new, switched off, not whole, or no version is asked for. */
export function frameworkMissing(cause: FrameworkMissing, context: RefusalContext): RefusalFinding {
  const { framework, version, noVersion: unreadable, passedOver, policy, requestedBy } = cause;
  const asked = requestedBy === undefined ? 'The application' : `${requestedBy.name} ${requestedBy.version}`;
  const file = fileBeside(context.dll, '.runtimeconfig.json');
  const place = frameworkPlace(context.artifact, file, requestedBy?.name ?? framework);
  if (unreadable === true) return { rule: 'shared-framework-missing', ...noVersion(cause, asked, file), place };
  const answer =
    passedOver === undefined
      ? notInstalled(cause, asked, context)
      : passedOver.why === 'disabled'
        ? disabled(cause, passedOver.version, asked, context.architecture)
        : leftOver(cause, passedOver.version, asked, context);
  const evidence = [`${file} leads to ${framework} ${version}.`, ...answer.evidence, `Roll-forward: ${policy}`];
  return { rule: 'shared-framework-missing', ...answer, evidence, place };
}
