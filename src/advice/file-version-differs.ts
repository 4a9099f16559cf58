import type { PromisedAsset } from '../dotnet/promised-assets.ts';
import type { BinaryImage } from '../model/binary-image.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { someOf } from '../model/some-of.ts';
import { compareFileVersions, parseFileVersion } from '../windows/file-version.ts';
import type { AdviceRule } from './advice-rule.ts';
import { type AdvisedApplication, advisedApplication } from './advised-application.ts';

interface Difference {
  readonly asset: PromisedAsset;
  readonly actual: string;
  readonly older: boolean;
}

/** `undefined` where both agree, or where one of them has no version. 0.0.0.0 stands for a file without a version resource. */
function difference(asset: PromisedAsset, image: BinaryImage | undefined): Difference | undefined {
  const actual = image?.format === 'pe' ? image.fileVersion : undefined;
  if (actual === undefined || actual === asset.fileVersion) return undefined;
  const promised = parseFileVersion(asset.fileVersion ?? '');
  const parsed = parseFileVersion(actual ?? '');
  if (promised === undefined || parsed === undefined || promised.every((part) => part === 0)) return undefined;
  const order = compareFileVersions(parsed, promised);
  return order === 0 ? undefined : { asset, actual, older: order < 0 };
}

const differencesOf = onceForEach(({ promised, artifact: { images } }: AdvisedApplication) =>
  (promised?.assets ?? [])
    .filter(({ kind, rid }) => kind === 'runtime' && rid === undefined)
    .flatMap((asset) => difference(asset, images.get(asset.key)) ?? []),
);

/**
 * The SDK writes the file version of every assembly into deps.json, so another one in the file means that the two come from different
 * publishes. The host compares by what is written, and the runtime refuses an assembly older than the one asked for.
 */
export const fileVersionDiffers: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const differences = application === undefined ? [] : differencesOf(application);
  const [first] = differences;
  if (application === undefined || first === undefined) return [];
  const { files } = application.artifact;
  const name = ({ asset }: Difference): string => files.get(asset.key)?.path ?? asset.key;
  const older = differences.filter((found) => found.older);
  return [
    {
      rule: 'file-version-differs',
      severity: older.length > 0 ? 'warning' : 'note',
      certainty: 'likely',
      message: `${someOf(differences.map(name))}: ${application.stem}.deps.json promises another version than the file${differences.length > 1 ? 's have' : ' has'}; the folder is mixed from two publishes.`,
      evidence: differences
        .slice(0, 10)
        .map((found) => `${name(found)}: promised ${found.asset.fileVersion}, found ${found.actual}${found.older ? ' (older)' : ''}.`),
      remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output.' }],
      place: { in: 'artifact', file: name(older[0] ?? first) },
    },
  ];
};
