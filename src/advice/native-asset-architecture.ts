import type { PromisedAsset } from '../dotnet/promised-assets.ts';
import type { Architecture } from '../model/architecture.ts';
import type { Machine } from '../model/binary-image.ts';
import type { AdviceFacts, AdviceRule } from './advise.ts';
import { type AdvisedApplication, advisedApplication, processArchitecture } from './advised-application.ts';

interface WrongAsset {
  readonly asset: PromisedAsset;
  readonly file: string;
  readonly machine: Machine;
}

const bits = { x64: '64-bit', x86: '32-bit', arm64: 'ARM64' } as const;

/**
 * Native libraries that the application loads from its own folder, as deps.json lists them without a choice of runtime identifiers. Those
 * below `runtimes` are chosen by the process, so their machine says nothing.
 */
function wrongAssets({ facts }: AdviceFacts, { promised }: AdvisedApplication, process: Architecture): readonly WrongAsset[] {
  const { images, files } = facts.artifact;
  return (promised?.assets ?? []).flatMap((asset) => {
    const image = images.get(asset.key);
    if (asset.kind !== 'native' || asset.rid !== undefined || asset.type === 'runtimepack') return [];
    if (image?.format !== 'pe' || image.clr !== undefined || image.machine === process || image.machine === 'other') return [];
    return [{ asset, file: files.get(asset.key)?.path ?? asset.key, machine: image.machine }];
  });
}

/** A native library for another machine is a BadImageFormatException when it is first used, not at the start. */
export const nativeAssetArchitecture: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const process = processArchitecture(advice);
  if (application === undefined || process === undefined) return [];
  const [first, ...others] = wrongAssets(advice, application, process);
  if (first === undefined) return [];
  const all = [first, ...others];
  return [
    {
      rule: 'native-asset-architecture',
      severity: 'warning',
      certainty: 'likely',
      message: `${all.map(({ file }) => file).join(', ')}: compiled for ${first.machine}, and the process is ${process}; ${all.length === 1 ? 'it fails' : 'they fail'} when first used.`,
      evidence: all.map(({ asset, file, machine }) => `${file} of ${asset.package} ${asset.version} is ${machine}.`),
      remedies: [
        {
          side: 'app',
          text: 'Publish for the architecture of the process, or without a runtime identifier, so that the libraries of all are there.',
          snippet: `dotnet publish -c Release -r win-${process} --self-contained false`,
        },
        ...(first.machine === 'x64' || first.machine === 'x86'
          ? [{ side: 'server' as const, text: `Run the application in a ${bits[first.machine]} process.` }]
          : []),
      ],
      place: { in: 'artifact', file: first.file },
    },
  ];
};
