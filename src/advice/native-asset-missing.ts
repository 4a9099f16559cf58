import type { PromisedAsset } from '../dotnet/promised-assets.ts';
import type { Architecture } from '../model/architecture.ts';
import { someOf } from '../model/some-of.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication, processArchitecture, runtimeMajor } from './advised-application.ts';

/** Runtime identifiers with a version of Windows in them; hosts from 8.0 on pass them over. */
const versioned = /^win(?:7|8|81|10)(?:-|$)/;

/** Whether a host of this major version takes an asset for `rid` into a Windows process of this architecture. */
function applies(rid: string, process: Architecture, major: number): boolean {
  const plain = major >= 8 ? rid : rid.replace(versioned, (match) => (match.endsWith('-') ? 'win-' : 'win'));
  return plain === 'any' || plain === 'win' || plain === `win-${process}`;
}

const rollsBackToGraph = (config: Uint8Array | undefined): boolean =>
  config !== undefined && /"System\.Runtime\.Loader\.UseRidGraph"\s*:\s*true/.test(new TextDecoder().decode(config));

function byPackage(assets: readonly PromisedAsset[]): ReadonlyMap<string, readonly PromisedAsset[]> {
  const groups = new Map<string, PromisedAsset[]>();
  for (const asset of assets) {
    if (asset.kind !== 'native' || asset.rid?.startsWith('win') !== true) continue;
    const name = `${asset.package} ${asset.version}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [asset]);
    else group.push(asset);
  }
  return groups;
}

/** Native code for Windows is in the package, and none of it for this process. */
function packagesWithout(advice: AdviceFacts): readonly { readonly name: string; readonly rids: readonly string[] }[] {
  const application = advisedApplication(advice);
  const process = processArchitecture(advice);
  const major = application && runtimeMajor(advice, application);
  if (application === undefined || process === undefined || major === undefined) return [];
  const config = advice.facts.artifact.contents.get(pathKey(`${application.stem}.runtimeconfig.json`));
  const effective = rollsBackToGraph(config) ? 7 : major;
  const taken = (asset: PromisedAsset): boolean => applies(asset.rid ?? 'any', process, effective);
  const packages = byPackage(application.promised?.assets ?? []);
  // A package may come in parts, one for each runtime identifier: what another part has for this process is not missing.
  const names = new Set(
    [...packages.values()]
      .flat()
      .filter(taken)
      .map(({ key }) => fileName(key)),
  );
  return [...packages].flatMap(([name, assets]) => {
    const rids = [...new Set(assets.map(({ rid }) => rid ?? ''))];
    return assets.some((asset) => taken(asset) || names.has(fileName(asset.key))) ? [] : [{ name, rids }];
  });
}

/**
 * The host takes native libraries for the process's own runtime identifier only; the first call into one that is not there fails.
 * Source: learn.microsoft.com/dotnet/core/compatibility/deployment/8.0/rid-asset-list.
 */
export const nativeAssetMissing: AdviceRule = (advice) => {
  const process = processArchitecture(advice);
  const application = advisedApplication(advice);
  const without = packagesWithout(advice);
  if (process === undefined || application === undefined || without.length === 0) return [];
  const outdated = without.some(({ rids }) => rids.some((rid) => applies(rid, process, 7)));
  return [
    {
      rule: 'native-asset-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `${someOf(without.map(({ name }) => name))}: no native library for an ${process} process; the first call into it fails.`,
      evidence: without.slice(0, 10).map(({ name, rids }) => `${name} has native libraries for ${rids.join(', ')}.`),
      remedies: outdated
        ? [
            {
              side: 'app',
              text: 'Use a version of the package with portable runtime identifiers (win-x64), or switch the old rule on: hosts from 8.0 on pass win7- and win10- over.',
              snippet: '<RuntimeHostConfigurationOption Include="System.Runtime.Loader.UseRidGraph" Value="true" />',
            },
          ]
        : [
            {
              side: 'server',
              text: `Run the application in a process that the package has a library for (${without[0]?.rids.join(', ')}).`,
            },
          ],
      place: { in: 'artifact', file: `${application.stem}.deps.json` },
    },
  ];
};
