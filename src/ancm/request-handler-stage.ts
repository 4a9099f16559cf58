import { compareFxVersions, parseFxVersion } from '../dotnet/fx-version.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { ResolvedFramework } from '../model/host-start.ts';
import { publishAgainFor } from '../model/remedies.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { ModuleGeneration, WorkedOut } from '../model/worked-out.ts';
import { fullPathKey, parentPath, pathKey } from '../windows/paths.ts';
import { applicationFolder } from './application-folder.ts';
import { bundledHostVersion } from './bundled-host-version.ts';
import { handlerNotFoundEvent, nativeDependenciesEvent, startFailedEvent } from './event-log.ts';
import { whyNotLoadable } from './image-architecture.ts';
import { attributePlace } from './section-place.ts';
import { shimFailure } from './shim-failure.ts';

const handlerDll = 'aspnetcorev2_inprocess.dll';
const firstWithHandler = parseFxVersion('2.2.0');

/** Microsoft.AspNetCore.App and .All carry the handler from 2.2 on. */
function carriesHandler({ name, version }: ResolvedFramework): boolean {
  const parsed = parseFxVersion(version);
  if (parsed === undefined || firstWithHandler === undefined) return false;
  return /^Microsoft\.AspNetCore\.(?:App|All)$/i.test(name) && compareFxVersions(parsed, firstWithHandler) >= 0;
}

/** The handler inside the artifact, where one of the native search directories holds it; relative to the application root. */
function handlerInArtifact(facts: StartFacts, directories: readonly string[]): string | undefined {
  const root = `${fullPathKey(applicationFolder(facts))}\\`;
  for (const directory of directories) {
    const key = `${fullPathKey(directory)}\\`;
    if (!key.startsWith(root)) continue;
    const file = facts.artifact.files.get(pathKey(`${key.slice(root.length)}\\${handlerDll}`));
    if (file !== undefined) return file.path;
  }
  return undefined;
}

/**
 * Product version of a handler inside the artifact: of the framework folder it lies in, else of the dll itself (18.0 is 8.0), else of the
 * host beside it.
 */
function handlerVersion(facts: StartFacts, path: string, { host, applicationDll }: Needs): string | undefined {
  const folder = fullPathKey(`${applicationFolder(facts)}\\${parentPath(path)}`);
  const framework = host.frameworks.find(({ directory }) => fullPathKey(directory) === folder);
  if (framework !== undefined) return framework.version;
  const image = facts.artifact.images.get(pathKey(path));
  const [major, minor] = (image?.format === 'pe' ? (image.fileVersion ?? '') : '').split('.').map(Number);
  if (major !== undefined && minor !== undefined && major >= 12) return `${major - 10}.${minor}.0`;
  return bundledHostVersion(facts.artifact, applicationDll);
}

function missingText(module: ModuleGeneration): string {
  const reference =
    module.major < 3 ? 'Microsoft.AspNetCore.Server.IIS package is' : 'Microsoft.AspNetCore.Server.IIS or Microsoft.AspNetCore.App is';
  return `Could not find the assembly '${handlerDll}' referenced for the in-process application. Please confirm the ${reference} referenced in your application.`;
}

function handlerMissing(facts: StartFacts, module: ModuleGeneration, section: AspNetCoreSection, host: WorkedOut['host']): StageOutcome {
  const hresult = hresults.ERROR_DLL_NOT_FOUND;
  const frameworks = host.frameworks.map(({ name, version }) => `${name} ${version}`).join(', ');
  const failure = shimFailure(module, section, 'inprocess', {
    rule: 'request-handler-missing',
    status: '500.33',
    hresult,
    events: [
      nativeDependenciesEvent(module, missingText(module)),
      handlerNotFoundEvent(module, ''),
      startFailedEvent(module, facts, hresult),
    ],
    message: host.selfContained
      ? `The self-contained application does not contain ${handlerDll}, which in-process hosting needs.`
      : 'The application does not use the ASP.NET Core shared framework, so it brings no in-process request handler.',
    evidence: [
      host.selfContained
        ? `${handlerDll} is not in the artifact.`
        : `Frameworks in use: ${frameworks === '' ? 'none' : frameworks}; Microsoft.AspNetCore.App 2.2 or later is not among them.`,
    ],
    remedies: [
      {
        side: 'app',
        text: 'Use the Web SDK, or reference the framework.',
        snippet: '<Project Sdk="Microsoft.NET.Sdk.Web">\n<FrameworkReference Include="Microsoft.AspNetCore.App" />',
      },
      {
        side: 'app',
        text: 'If it is no web application it cannot be hosted in-process; run it as a Windows service, or out-of-process if it listens on ASPNETCORE_PORT.',
      },
    ],
    place: attributePlace(facts, section, 'hostingModel'),
  });
  return { outcome: 'failed', failure };
}

function artifactHandler(facts: StartFacts, path: string, needs: Needs): StageOutcome {
  const { module, aspNetCore, workerArchitecture } = needs;
  const image = facts.artifact.images.get(pathKey(path));
  if (image === undefined) return { outcome: 'unknown', because: `${path} could not be looked into.`, missingFacts: [] };
  const version = handlerVersion(facts, path, needs);
  const why = whyNotLoadable(image, workerArchitecture);
  if (why === undefined)
    return {
      outcome: 'passed',
      because: `${path} is part of the artifact.`,
      workedOut: { requestHandler: version === undefined ? {} : { version } },
    };
  const hresult = hresults.ERROR_BAD_EXE_FORMAT;
  const failure = shimFailure(module, aspNetCore, 'inprocess', {
    rule: 'request-handler-not-loadable',
    status: '500.0',
    hresult,
    events: [startFailedEvent(module, facts, hresult)],
    message: `The worker process cannot load ${path}: ${why}.`,
    evidence: [`${path}: ${why}.`, `The worker process is ${workerArchitecture}.`],
    remedies: [publishAgainFor(workerArchitecture)],
    place: { in: 'artifact', file: path },
  });
  return { outcome: 'failed', failure };
}

type Needs = Pick<WorkedOut, 'module' | 'aspNetCore' | 'host' | 'workerArchitecture' | 'applicationDll'>;

/**
 * aspnetcorev2_inprocess.dll in the first native search directory that has it: the shared framework's folder, or the application's.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/HandlerResolver.cpp.
 */
export const requestHandlerStage = defineStage({
  name: 'request-handler',
  checks: 'the in-process request handler is found and can be loaded',
  needs: ['module', 'aspNetCore', 'host', 'workerArchitecture', 'applicationDll'],
  perform: (facts, needs): StageOutcome => {
    const { host, workerArchitecture } = needs;
    const inArtifact = handlerInArtifact(facts, host.nativeSearchDirectories);
    if (inArtifact !== undefined) return artifactHandler(facts, inArtifact, needs);
    const framework = host.frameworks.find(carriesHandler);
    if (framework === undefined) return handlerMissing(facts, needs.module, needs.aspNetCore, host);
    // .NET 6 and earlier have no ARM64 handler (dotnet/aspnetcore#42699).
    if (workerArchitecture === 'arm64' && Number(framework.version.split('.')[0]) < 7)
      return handlerMissing(facts, needs.module, needs.aspNetCore, host);
    return {
      outcome: 'passed',
      because: `${framework.name} ${framework.version} carries it.`,
      workedOut: { requestHandler: { version: framework.version } },
    };
  },
});
