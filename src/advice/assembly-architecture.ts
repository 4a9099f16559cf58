import { whyAssemblyRefused } from '../ancm/image-architecture.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication, processArchitecture } from './advised-application.ts';

/** The runtime refuses an assembly compiled for another machine when something needs it; of the entry assembly the start itself tells. */
export const assemblyArchitecture: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const process = processArchitecture(advice);
  // What goes with an entry assembly of the wrong architecture needs no word of its own.
  if (application?.promised === undefined || process === undefined || advice.told.has('entry-assembly-architecture')) return [];
  const { images, files } = advice.facts.artifact;
  const refused = application.promised.assets.flatMap(({ kind, rid, key }) => {
    const image = images.get(key);
    if (kind !== 'runtime' || rid !== undefined || key === application.dll.toLowerCase()) return [];
    if (image?.format !== 'pe' || image.clr === undefined) return [];
    const why = whyAssemblyRefused(image, process);
    return why === undefined ? [] : [{ file: files.get(key)?.path ?? key, why }];
  });
  const [first] = refused;
  if (first === undefined) return [];
  return [
    {
      rule: 'assembly-architecture',
      severity: 'warning',
      certainty: 'likely',
      message: `${someOf(refused.map(({ file }) => file))}: ${first.why.replace(/^it is /, '')}, and the process is ${process}; the application fails when ${refused.length === 1 ? 'it is' : 'one of them is'} first used.`,
      evidence: refused.slice(0, 10).map(({ file, why }) => `${file}: ${why}.`),
      remedies: [
        {
          side: 'app',
          text: 'Publish for the architecture of the process, or use a build of the library for any.',
          snippet: `dotnet publish -c Release -r win-${process} --self-contained false`,
        },
      ],
      place: { in: 'artifact', file: first.file },
    },
  ];
};
