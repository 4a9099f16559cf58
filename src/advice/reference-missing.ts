import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { someOf } from '../model/some-of.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** Assemblies of the shared frameworks, and what forwards to them. Names of packages are among them; those are not judged. */
const ofFrameworks =
  /^(?:mscorlib|netstandard|Accessibility|WindowsBase|PresentationCore|PresentationFramework|ReachFramework|UIAutomation\w+|WindowsFormsIntegration|System|System\..+|Microsoft\..+)$/i;

const fileNames = onceForEach(({ files }: PublishArtifact) => new Set([...files.keys()].map(fileName)));

const dllKey = (assembly: string): string => pathKey(`${assembly}.dll`);

/** The entry assembly refers to an assembly that lies nowhere in the artifact and that no deps.json promises: what it needs was not copied. */
export const referenceMissing: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const references = application?.image?.assembly?.references ?? [];
  if (application === undefined || references.length === 0) return [];
  const names = fileNames(advice.facts.artifact);
  const absent = references.filter(({ name }) => !ofFrameworks.test(name) && !names.has(dllKey(name)));
  if (absent.length === 0) return [];
  // What deps.json promises and is not there is the host's business, and told with the start.
  const promised = new Set(application.promised?.assets.map(({ key }) => fileName(key)));
  const missing = absent.filter(({ name }) => !promised.has(dllKey(name)));
  if (missing.length === 0) return [];
  const listed = someOf(missing.map(({ name }) => `${name}.dll`));
  return [
    {
      rule: 'reference-missing',
      severity: 'warning',
      certainty: 'likely',
      message: `${application.dll} refers to ${listed}, and the artifact has no such file; the application fails when it is first used.`,
      evidence: missing.slice(0, 10).map(({ name, version }) => `${application.dll} refers to ${name} ${version}.`),
      remedies: [
        {
          side: 'app',
          text: 'Deploy the whole output of dotnet publish, not of a build, and check that the step which copies it leaves nothing out.',
        },
      ],
      place: { in: 'artifact', file: application.dll },
    },
  ];
};
