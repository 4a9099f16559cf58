import { readConfigurationFile } from '../../src/iis/configuration-file.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import type { AnyStage, StageOutcome } from '../../src/model/stage.ts';
import type { DeploymentTarget, StartFacts } from '../../src/model/start-facts.ts';
import type { AppPool, ConfigurationSection, InternetInformationServices, TargetServer } from '../../src/model/target-server.ts';
import type { WorkedOut } from '../../src/model/worked-out.ts';

/** What the Web SDK writes. */
export const sdkWebConfig = webConfig(
  `<handlers>
    <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
  </handlers>
  <aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />`,
);

/** `content` inside `<system.webServer>`, inside the location the SDK writes. */
export function webConfig(content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
<location path="." inheritInChildApplications="false">
<system.webServer>
${content}
</system.webServer>
</location>
</configuration>`;
}

export function artifact(content: string | undefined, changes: Partial<PublishArtifact> = {}): PublishArtifact {
  const bytes = content === undefined ? undefined : Buffer.from(content);
  const files = bytes === undefined ? [] : [['web.config', { path: 'web.config', size: bytes.length }] as const];
  return {
    name: 'publish',
    shape: 'folder',
    root: '',
    otherRoots: [],
    files: new Map(files),
    images: new Map(),
    contents: new Map(),
    webConfig: readConfigurationFile('web.config', bytes),
    notes: [],
    ...changes,
  };
}

export const shop: AppPool = { name: 'shop', enable32BitAppOnWin64: false, managedRuntimeVersion: '', environment: new Map() };

/** A server with the module and everything the SDK's web.config uses. */
export const healthyIis: InternetInformationServices = {
  globalModules: [{ name: 'StaticFileModule' }, { name: 'AspNetCoreModuleV2' }],
  sections: sections({
    'system.webServer/aspNetCore': { declared: true, locked: false },
    'system.webServer/handlers': { declared: true, locked: false },
  }),
  appPools: [shop],
  sites: [{ name: 'Default Web Site', applications: [{ path: '/', appPool: 'shop', physicalPath: 'C:\\inetpub\\shop' }] }],
};

export function sections(
  entries: Record<string, ConfigurationSection>,
  complete = false,
): { byPath: Map<string, ConfigurationSection>; complete: boolean } {
  return { byPath: new Map(Object.entries(entries)), complete };
}

/** What the collections of server-level sections hold, by section below `system.webServer`; `locked`: the keys that have `lockItem`. */
export function collections(
  keys: Readonly<Record<string, readonly string[]>>,
  locked: readonly string[] = [],
): { readonly collections: NonNullable<InternetInformationServices['collections']> } {
  const entries = Object.entries(keys).map(
    ([path, list]) => [`system.webServer/${path}`, list.map((key) => ({ key, locked: locked.includes(key) }))] as const,
  );
  return { collections: new Map(entries) };
}

export function server(changes: Partial<TargetServer> = {}): TargetServer {
  return {
    name: 'web01',
    manifest: { file: 'server.json', positions: new Map() },
    os: { architecture: 'x64' },
    environment: new Map([['PATH', 'C:\\Windows\\system32;C:\\Program Files\\dotnet']]),
    aspNetCoreModule: { installed: true, version: '18.0.25301.22', architectures: ['x64', 'x86'] },
    iis: healthyIis,
    ...changes,
  };
}

export const rootTarget: DeploymentTarget = {
  site: 'Default Web Site',
  application: '/',
  appPool: 'shop',
  pool: shop,
  poolPlace: 'iis.appPools[0]',
  poolsListed: true,
  parents: [],
  poolMates: [],
};

/** `server: undefined` on purpose means that no server is described. */
export function startFacts(
  parts: { readonly webConfig?: string | undefined; readonly server?: TargetServer | undefined; readonly target?: DeploymentTarget } = {},
): StartFacts {
  const described = 'server' in parts ? parts.server : server();
  return {
    artifact: artifact('webConfig' in parts ? parts.webConfig : sdkWebConfig),
    ...(described === undefined ? {} : { server: described }),
    target: parts.target ?? (described === undefined ? {} : rootTarget),
  };
}

/** The stages of this room need nothing that earlier ones worked out. */
export function perform(stage: AnyStage, facts: StartFacts): StageOutcome {
  expectNoNeeds(stage);
  // Nothing is read from it, see above.
  return stage.perform(facts, {} as WorkedOut);
}

function expectNoNeeds({ name, needs }: AnyStage): void {
  if (needs.length > 0) throw new Error(`${name} needs ${needs.join(', ')}`);
}

/** What a table compares: the outcome, and of a failure its status, HRESULT, rule and certainty. */
export function summary(outcome: StageOutcome): Record<string, unknown> {
  if (outcome.outcome === 'failed') {
    const { status, hresult, rule, certainty } = outcome.failure;
    return { outcome: 'failed', status, ...(hresult === undefined ? {} : { hresult }), rule, certainty };
  }
  if (outcome.outcome === 'unknown') return { outcome: 'unknown', missingFacts: outcome.missingFacts };
  return { outcome: outcome.outcome };
}
