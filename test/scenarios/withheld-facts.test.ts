import { describe, expect, test } from '@jest/globals';
import type { StartReport } from '../../src/model/report.ts';
import { composeArtifact, composeManifest, composeServerFiles } from './composition.ts';
import { summary } from './mismatches.ts';
import { performScenario } from './perform.ts';
import { loadScenarios, type Scenario } from './scenario.ts';
import { withoutOneFact } from './withheld-facts.ts';

const scenarios = [...loadScenarios().values()].filter(({ server }) => server !== undefined);

/**
 * The prediction may stay, become undetermined, or lose its status; it may not turn into another one. While it is open whether the start
 * gets as far, a failure that was hidden behind the predicted one may take its place as the likely one.
 */
function isHonest(all: StartReport, fewer: StartReport): boolean {
  const { outcome, status, certainty } = fewer.prediction;
  if (outcome === 'undetermined') return true;
  if (outcome !== all.prediction.outcome) return false;
  if (status === all.prediction.status || (outcome === 'fails' && status === undefined)) return true;
  return certainty === 'likely' && all.findings.some((finding) => finding.hiddenBehind !== undefined && finding.status === status);
}

async function dishonestWithout(scenario: Scenario): Promise<readonly string[]> {
  const manifest = composeManifest(scenario);
  if (manifest === undefined) return [];
  const given = { artifact: composeArtifact(scenario), serverFiles: composeServerFiles(scenario), target: scenario.target };
  const all = await performScenario({ ...given, manifest });
  const wrong: string[] = [];
  for (const { fact, manifest: fewer } of withoutOneFact(manifest)) {
    const start = await performScenario({ ...given, manifest: fewer });
    if (!isHonest(all, start))
      wrong.push(`without ${fact}, instead of ${all.prediction.outcome} ${all.prediction.status}:\n${summary(start)}`);
  }
  return wrong;
}

/** Absent means that nobody said: a manifest that says less never leads to a different answer, only to a less definite one. */
describe('a fact withheld', () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', async (_id, scenario) => {
    expect((await dishonestWithout(scenario)).join('\n\n')).toBe('');
  });

  test('every occurrence of a fact is found', () => {
    const manifest = { os: { architecture: 'x64' }, dotnet: [{ frameworks: {} }, { frameworks: {} }], iis: { sites: [] } };
    const facts = withoutOneFact(manifest).map(({ fact }) => fact);
    expect(facts).toEqual(['os', 'os.architecture', 'dotnet', 'dotnet[0].frameworks', 'dotnet[1].frameworks', 'iis', 'iis.sites']);
    expect(withoutOneFact(manifest)[4]?.manifest).toEqual({ ...manifest, dotnet: [{ frameworks: {} }, {}] });
  });
});
