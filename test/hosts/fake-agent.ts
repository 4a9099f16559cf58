import type { Annotation, BuildAgent, Shown } from '../../src/hosts/build-agent.ts';
import type { StepSurroundings } from '../../src/hosts/run-on-agent.ts';
import { InputError } from '../../src/model/input-error.ts';
import type { Report, ReportedFinding, StartReport } from '../../src/model/report.ts';

/** An agent that remembers what it was told. */
export function fakeAgent(inputs: Readonly<Record<string, string>>, shown: Shown = { shown: true }) {
  const told = {
    annotations: [] as Annotation[],
    printed: '',
    outputs: new Map<string, string>(),
    summaries: [] as string[],
    finished: [] as (readonly [string, string])[],
  };
  const agent: BuildAgent = {
    input: (name) => inputs[name] ?? '',
    inputName: (name) => name,
    annotate: (annotation) => void told.annotations.push(annotation),
    print: (text) => {
      told.printed += text;
    },
    setOutput: (name, value) => void told.outputs.set(name, value),
    async showSummary(markdown) {
      told.summaries.push(markdown);
      return shown;
    },
    finish: (result, message) => void told.finished.push([result, message]),
  };
  return { agent, told };
}

/** A step whose check answers with `report`, or throws it. */
export function fakeStep(report: Report | Error) {
  const written = new Map<string, string>();
  const asked: unknown[] = [];
  const surroundings: StepSurroundings = {
    disk: { kind: async () => undefined, open: () => Promise.reject(new Error('nothing to open')) } as never, // Nothing is read.
    check: async (request) => {
      asked.push(request);
      if (report instanceof Error) throw report;
      return report;
    },
    version: '1.2.3',
    today: '2026-11-24',
    directory: '/home/runner/work/shop/shop',
    temporary: '/tmp/agent',
    writeFile: async (file, text) => {
      if (file.startsWith('/full/'))
        throw new InputError([{ file, expected: 'a file that can be written', found: 'no space left on the disk' }]);
      written.set(file, text);
    },
  };
  return { surroundings, written, asked };
}

export const finding = (facts: Partial<ReportedFinding> = {}): ReportedFinding => ({
  rule: 'shared-framework-missing',
  severity: 'error',
  certainty: 'certain',
  status: '500.31',
  message: 'The framework is missing.',
  evidence: [],
  location: { file: 'src/App/App.csproj', line: 4, column: 5 },
  remedies: [{ side: 'server', text: 'Install it.' }],
  ...facts,
});

export const failing = (findings: readonly ReportedFinding[], facts: Partial<StartReport> = {}): StartReport => ({
  artifact: 'publish',
  server: 'web01',
  prediction: {
    outcome: 'fails',
    certainty: 'certain',
    status: '500.31',
    title: 'Failed to load ASP.NET Core runtime',
    finding: 0,
    missingFacts: [],
  },
  resolved: {},
  trace: [],
  findings,
  ...facts,
});

export const healthy: StartReport = {
  artifact: 'publish',
  server: 'web01',
  prediction: { outcome: 'starts', certainty: 'certain', missingFacts: [] },
  resolved: {},
  trace: [],
  findings: [],
};

export const undetermined: StartReport = {
  ...healthy,
  prediction: { outcome: 'undetermined', certainty: 'certain', missingFacts: ['dotnet'] },
};

export const reportOf = (...starts: readonly StartReport[]): Report => ({
  reportVersion: 1,
  tool: { name: 'iis-preflight', version: '1.2.3', dataDate: '2026-11-20' },
  starts,
  coverage: { checked: [], notCheckable: [], wouldSettle: [] },
});
