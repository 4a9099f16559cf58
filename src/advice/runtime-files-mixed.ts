import type { BinaryImage } from '../model/binary-image.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** They come from one runtime pack, and since 5.0 from one build, so their file versions are the same. */
const ofOneBuild = ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll', 'clrjit.dll', 'system.private.corelib.dll'];

const versionOf = (image: BinaryImage | undefined): string | undefined => (image?.format === 'pe' ? image.fileVersion : undefined);

/** The runtime of a self-contained application was put together from two publishes; its parts refuse or misread each other. */
export const runtimeFilesMixed: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const { images, files } = advice.facts.artifact;
  if (application?.selfContained !== true) return [];
  const found = ofOneBuild.flatMap((key) => {
    const version = versionOf(images.get(key));
    return version === undefined ? [] : [{ path: files.get(key)?.path ?? key, version }];
  });
  // Before 5.0 the host and the runtime were built apart.
  if (found.some(({ version }) => Number.parseInt(version, 10) < 5)) return [];
  const versions = new Set(found.map(({ version }) => version));
  const [first] = found;
  if (first === undefined || versions.size < 2) return [];
  return [
    {
      rule: 'runtime-files-mixed',
      severity: 'warning',
      certainty: 'likely',
      message: `The runtime in the artifact is mixed from ${versions.size} versions: ${found.map(({ path, version }) => `${path} ${version}`).join(', ')}.`,
      evidence: found.map(({ path, version }) => `${path}: file version ${version}.`),
      remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output into an empty folder.' }],
      place: { in: 'artifact', file: first.path },
    },
  ];
};
