import { appcmd } from '../model/appcmd.ts';
import type { Finding, Remedy, StartupFailure } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { HandlerEntry } from './handler-entry.ts';
import type { ModuleUnavailable } from './module-availability.ts';
import { poolFact } from './pool-facts.ts';

/** What the Web SDK writes. */
const sdkHandler = '<add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />';

const directoryListing = {
  severity: 'error',
  status: '403.14',
  title: 'Forbidden',
} as const;

/** What static-file serving answers when nothing takes the request. */
const nobodyAnswers =
  'Without such a handler IIS serves files: the root answers 403.14 (directory listing is off), other addresses 404, and files such as appsettings.json may be handed out.';

function webConfigName({ artifact }: StartFacts): string {
  return artifact.webConfig.state === 'absent' ? 'web.config' : artifact.webConfig.path;
}

/** No handler of web.config leads to the module, and none is inherited. */
export function noHandler(
  facts: StartFacts,
  { certain, hasSection }: { readonly certain: boolean; readonly hasSection: boolean },
): StartupFailure {
  return {
    ...directoryListing,
    rule: 'handler-mapping-missing',
    certainty: certain ? 'certain' : 'likely',
    message: 'No handler of web.config leads to the ASP.NET Core Module, so requests never reach the application.',
    evidence: [
      `${webConfigName(facts)}: <handlers> leaves no entry with modules="AspNetCoreModuleV2"${hasSection ? ', although there is an aspNetCore section' : ''}.`,
      nobodyAnswers,
      ...(certain ? [] : ['A handler that an application above it hands down would help; nobody said whether there is one.']),
    ],
    remedies: [
      {
        side: 'app',
        text: 'Add the handler the Web SDK writes to <system.webServer>.',
        snippet: `<handlers>\n  ${sdkHandler}\n</handlers>`,
      },
    ],
    place: { in: 'artifact', file: webConfigName(facts) },
  };
}

/** A handler of the static-file modules takes every request before the module gets one. */
export function otherHandlerFirst(facts: StartFacts, first: HandlerEntry): StartupFailure {
  return {
    ...directoryListing,
    rule: 'handler-mapping-missing',
    certainty: 'likely',
    message: `The handler "${first.name}" of web.config takes every request and serves files, so none reaches the ASP.NET Core Module.`,
    evidence: [
      `${webConfigName(facts)} line ${first.line}: path="${first.path}" verb="${first.verb}" modules="${first.modules.join(',')}".`,
      nobodyAnswers,
    ],
    remedies: [
      { side: 'app', text: `Take "${first.name}" out of <handlers>, or put the handler of the module before it.`, snippet: sdkHandler },
    ],
    place: { in: 'artifact', file: webConfigName(facts), line: first.line, column: first.column },
  };
}

/** The application starts, and IIS answers what the handler does not take: as people want who let it serve the files of a front end. */
export function handlerForSome(facts: StartFacts, { name, path, verb, line, column }: HandlerEntry): Finding {
  return {
    rule: 'handler-mapping-missing',
    severity: 'note',
    certainty: 'certain',
    message: `Only some requests reach the application: the handler "${name}" of web.config does not take all; IIS itself answers the others.`,
    evidence: [`${webConfigName(facts)} line ${line}: path="${path}" verb="${verb}".`, nobodyAnswers],
    remedies: [
      { side: 'app', text: 'Unless that is wanted, let the handler take every request, as the Web SDK writes it.', snippet: sdkHandler },
    ],
    place: { in: 'artifact', file: webConfigName(facts), line, column },
  };
}

/** The pool ignores web.config files altogether. */
export function overrideDisabled(facts: StartFacts): StartupFailure {
  const pool = facts.target.pool?.name ?? '';
  return {
    ...directoryListing,
    rule: 'configuration-override-disabled',
    certainty: 'certain',
    message: `Application pool "${pool}" ignores web.config files, so the handler of the ASP.NET Core Module is not in force.`,
    evidence: [`enableConfigurationOverride of pool "${pool}" is false.`, nobodyAnswers],
    remedies: [
      {
        side: 'server',
        text: 'Let the pool read web.config files.',
        snippet: `${appcmd} set apppool "${pool}" /enableConfigurationOverride:true`,
      },
      { side: 'server', text: 'Put the handler and the aspNetCore section into a <location> of applicationHost.config.' },
    ],
    place: { in: 'server', fact: poolFact(facts.target, 'enableConfigurationOverride') },
  };
}

/** `alternative`: the module that the server has in place of this one. A server with version 2 has its bundle already, and none brings version 1. */
function otherModuleRemedies(module: string, alternative: string | undefined): readonly Remedy[] {
  const instead = alternative ?? 'AspNetCoreModuleV2';
  const name: Remedy = {
    side: 'app',
    text: `Name ${instead} in the handler.`,
    snippet: sdkHandler.replace('AspNetCoreModuleV2', instead),
  };
  const install: Remedy = {
    side: 'server',
    text: 'Install or repair the Hosting Bundle, after IIS is installed, then restart IIS.',
    snippet: restartIis,
  };
  return [...(instead === module ? [] : [name]), ...(alternative === 'AspNetCoreModuleV2' ? [] : [install])];
}

/** The handler names a module that this worker process has not loaded, or that the application has switched off. */
export function badModule(facts: StartFacts, handler: HandlerEntry, module: string, why: ModuleUnavailable): StartupFailure {
  const registered = facts.server?.iis?.globalModules?.map(({ name }) => name) ?? [];
  const alternative = ['AspNetCoreModuleV2', 'AspNetCoreModule'].find((name) => name !== module && registered.includes(name));
  return {
    rule: 'handler-module-unregistered',
    severity: 'error',
    certainty: why.likely ? 'likely' : 'certain',
    status: '500.21',
    title: 'Internal Server Error',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `The handler "${handler.name}" of web.config names the module ${module}, ${why.text}.`,
    evidence: [
      `${webConfigName(facts)} line ${handler.line}: modules="${handler.modules.join(',')}".`,
      `The page says: Handler "${handler.name}" has a bad module "${module}" in its module list.`,
      ...(alternative === undefined ? [] : [`The server has ${alternative}.`]),
      ...(module === 'AspNetCoreModule' ? ['Hosting Bundles of 3.0 and later no longer bring AspNetCoreModule.'] : []),
    ],
    remedies: why.remedy === undefined ? otherModuleRemedies(module, alternative) : [why.remedy],
    place: { in: 'artifact', file: webConfigName(facts), line: handler.line, column: handler.column },
  };
}

/** There is no web.config where IIS looks; a later step of the deployment may still write one. */
export function webConfigMissing({ artifact }: StartFacts): Finding {
  // Several applications in one input are meant to be there.
  const otherRoots = artifact.label === undefined ? artifact.otherRoots : [];
  const elsewhere = [...artifact.files.values()].map(({ path }) => path).filter((path) => /[\\/]web\.config$/i.test(path));
  const [root] = otherRoots;
  return {
    rule: 'web-config-missing',
    severity: 'warning',
    certainty: 'likely',
    status: '403.14',
    message: `There is no web.config at the application root${root === undefined ? '' : `; the application seems to be in ${root}`}. Unless a later step writes one, IIS answers 403.14 or 404 and the application never starts.`,
    evidence: [
      `${artifact.name}: no file web.config directly in ${artifact.root === '' ? 'it' : artifact.root}.`,
      ...otherRoots.slice(0, 3).map((folder) => `${folder} looks like the root of an application.`),
      ...elsewhere.slice(0, 3).map((path) => `${path} is not at the root, so it does not count.`),
    ],
    remedies: [
      root === undefined
        ? {
            side: 'app',
            text: 'Deploy the whole output of dotnet publish, made with the Web SDK; a build in bin, and a publish for Linux or macOS, has no web.config.',
            snippet: 'dotnet publish -c Release -o publish',
          }
        : { side: 'app', text: `Deploy the content of ${root} instead of the folder above it.` },
      ...(root === undefined && elsewhere.length === 0
        ? []
        : [
            {
              side: 'server' as const,
              text: 'Point the physical path of the application at the folder that holds web.config and the entry dll.',
            },
          ]),
    ],
    place: { in: 'artifact', file: 'web.config' },
  };
}
