import { describe, expect, test } from '@jest/globals';
import { composeArtifact, composeManifest, composeServerFiles } from './composition.ts';
import { mismatches, summary } from './mismatches.ts';
import { performScenario } from './perform.ts';
import { loadScenarios, type Scenario } from './scenario.ts';
import { brokenSentences } from './sentences.ts';

const scenarios = loadScenarios();

/** Whole starts: an artifact and a server in, the expected prediction out. */
describe('scenarios', () => {
  test.each([...scenarios])('%s', async (_name, scenario: Scenario) => {
    const start = await performScenario({
      artifact: composeArtifact(scenario),
      serverFiles: composeServerFiles(scenario),
      manifest: composeManifest(scenario),
      target: scenario.target,
    });
    const wrong = [...mismatches(scenario, start), ...brokenSentences(start)];
    if (wrong.length > 0) throw new Error([...wrong, summary(start), scenario.note].join('\n'));
  });

  test('each is named after its file and asks something of its own', () => {
    const misnamed = [...scenarios].filter(([name, { id }]) => name !== id).map(([name]) => name);
    expect(misnamed).toEqual([]);
    const questions = new Map<string, string[]>();
    for (const { id, artifact, server, target } of scenarios.values()) {
      const question = JSON.stringify([artifact, server, target]);
      questions.set(question, [...(questions.get(question) ?? []), id]);
    }
    // Two names for one question are allowed where a scenario belongs to two families, and they must agree.
    for (const ids of questions.values()) {
      const answers = new Set(ids.map((id) => JSON.stringify(scenarios.get(id)?.expect.status ?? null)));
      expect([ids, answers.size]).toEqual([ids, 1]);
    }
  });
});
