import type { Architecture } from '../model/architecture.ts';
import type { BinaryImage, Machine } from '../model/binary-image.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { type AdvisedApplication, advisedApplication, processArchitecture } from './advised-application.ts';

interface WrongAsset {
  readonly file: string;
  readonly machine: Machine;
  /** The package it comes with, or how else it came. */
  readonly from: string;
}

const bits = { x64: '64-bit', x86: '32-bit', arm64: 'ARM64' } as const;

/** The machine of a native image that a process of this architecture cannot load. */
function wrongMachine(image: BinaryImage | undefined, process: Architecture): Machine | undefined {
  if (image?.format !== 'pe' || image.clr !== undefined || image.machine === process || image.machine === 'other') return undefined;
  return image.machine;
}

/**
 * Native libraries that deps.json lists for this process: those without a choice of runtime identifiers, and the chosen ones. Others below
 * `runtimes` are for other processes. A program of a package runs as a process of its own, whatever it is compiled for.
 */
function wrongAssets({ facts }: AdviceFacts, { promised }: AdvisedApplication, process: Architecture): readonly WrongAsset[] {
  const { images, files } = facts.artifact;
  return (promised?.assets ?? []).flatMap((asset) => {
    if (asset.kind !== 'native' || asset.type === 'runtimepack' || !asset.key.endsWith('.dll')) return [];
    if (asset.rid !== undefined && asset.rid !== `win-${process}`) return [];
    const machine = wrongMachine(images.get(asset.key), process);
    if (machine === undefined) return [];
    return [{ file: files.get(asset.key)?.path ?? asset.key, machine, from: `of ${asset.package} ${asset.version}` }];
  });
}

/** Libraries of the runtime and the host, which have rules of their own, and names by which an application chooses among several. */
const judgedElsewhere =
  /^(?:hostfxr|hostpolicy|coreclr|clr\w*|mscor.*|aspnetcorev2_inprocess|api-ms-.*|ucrtbase|system\..*|microsoft\..*)\.dll$|(?:x86|x64|amd64|arm64|win32|win64|32|64)[^\\]*\.dll$/;

/** Windows has no longer ones, and the pattern need not be tried on them. */
const longestName = 255;

/** Native libraries at the root that somebody copied there, so that the application finds them by name. */
function wrongCopies({ facts }: AdviceFacts, { promised }: AdvisedApplication, process: Architecture): readonly WrongAsset[] {
  const listed = new Set(promised?.assets.map(({ key }) => key));
  return [...facts.artifact.images].flatMap(([key, image]) => {
    if (!key.endsWith('.dll') || key.includes('\\') || key.length > longestName || listed.has(key) || judgedElsewhere.test(key)) return [];
    const machine = wrongMachine(image, process);
    return machine === undefined ? [] : [{ file: facts.artifact.files.get(key)?.path ?? key, machine, from: 'at the root' }];
  });
}

/** A native library for another machine is a BadImageFormatException when it is first used, not at the start. */
export const nativeAssetArchitecture: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const process = processArchitecture(advice);
  // An entry assembly of the wrong architecture is published for the wrong one with all that belongs to it; that was told.
  if (application === undefined || process === undefined || advice.told.has('entry-assembly-architecture')) return [];
  const [first, ...others] = [...wrongAssets(advice, application, process), ...wrongCopies(advice, application, process)];
  if (first === undefined) return [];
  const all = [first, ...others];
  return [
    {
      rule: 'native-asset-architecture',
      severity: 'warning',
      certainty: 'likely',
      message: `${someOf(all.map(({ file }) => file))}: compiled for ${first.machine}, and the process is ${process}; ${all.length === 1 ? 'it fails' : 'they fail'} when first used.`,
      evidence: all.slice(0, 10).map(({ file, machine, from }) => `${file} ${from} is ${machine}.`),
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
