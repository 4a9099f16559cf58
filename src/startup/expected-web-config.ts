import { entryDllGuess } from '../ancm/entry-dll-guess.ts';
import { startsThrough } from '../ancm/starts-through.ts';
import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { StageName } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { Start } from './start.ts';

/** Stages that ask the server and the files of the application, whatever else web.config says. */
const ofTheHost: ReadonlySet<StageName> = new Set(['load-hostfxr', 'framework-resolution', 'application-start', 'child-process']);

/** The entry point as the Web SDK writes it: the executable of a self-contained application, else dotnet. */
function entryPoint({ artifact }: StartFacts, dll: string): string {
  const start = startsThrough(artifact, dll);
  return 'exe' in start ? `processPath=".\\${start.exe}"` : `processPath="dotnet" arguments=".\\${dll}"`;
}

/**
 * The start with web.config as the Web SDK would write it, for both hosting models, where the user says that a later step brings it.
 * Empty where the artifact has one, where none is expected, and where nobody can tell what it would start.
 */
export function withExpectedWebConfig(facts: StartFacts): readonly StartFacts[] {
  const { artifact } = facts;
  const dll = entryDllGuess(facts);
  if (artifact.transformExpected !== true || artifact.webConfig.state !== 'absent' || dll === undefined || /["&<]/.test(dll)) return [];
  return ['inprocess', 'outofprocess'].map((hostingModel) => {
    const text = `<configuration><location path="." inheritInChildApplications="false"><system.webServer>
<handlers><add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" /></handlers>
<aspNetCore ${entryPoint(facts, dll)} hostingModel="${hostingModel}" />
</system.webServer></location></configuration>`;
    return { ...facts, artifact: { ...artifact, webConfig: readConfigurationFile('web.config', new TextEncoder().encode(text)) } };
  });
}

const howItWasTaken = 'There is no web.config yet: taken as the Web SDK writes it, in-process and out-of-process.';

/** What fails with every web.config that is expected fails without it too; only how surely, and with which code, is left open. */
export function failingWhateverIsWritten(own: Start, expected: readonly Start[]): Start {
  const [first] = expected;
  const finding = first?.findings[first.prediction.finding ?? -1]?.finding;
  const all = expected.every(({ prediction: { outcome, stage } }) => outcome === 'fails' && stage !== undefined && ofTheHost.has(stage));
  if (first === undefined || finding === undefined || !all) return own;
  const { stage, status } = first.prediction;
  const agreed = expected.every(({ prediction }) => prediction.status === status);
  return {
    ...own,
    findings: [{ finding: { ...finding, certainty: 'likely', evidence: [...finding.evidence, howItWasTaken] } }],
    prediction: {
      outcome: 'fails',
      certainty: 'likely',
      ...(agreed && status !== undefined ? { status } : {}),
      ...(stage === undefined ? {} : { stage }),
      finding: 0,
      missingFacts: own.prediction.missingFacts,
    },
  };
}
