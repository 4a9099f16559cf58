import { readPublishArtifacts } from '../../artifact/read-artifact.ts';
import type { Requirements } from '../../model/requirements.ts';
import type { Looks } from '../../report/page.ts';
import { minimalManifest } from '../../report/requirements-manifest.ts';
import { requirementsText } from '../../report/requirements-text.ts';
import { performStart } from '../../startup/perform-start.ts';
import { requirementsOf } from '../../startup/requirements.ts';
import type { RequirementsCommand } from './command.ts';
import { deliver, type Surroundings } from './surroundings.ts';

async function rendered(requirements: readonly Requirements[], format: RequirementsCommand['format'], looks: Looks): Promise<string> {
  if (format === 'text') return requirements.map((one) => requirementsText(one, looks.width)).join('\n');
  const manifests = requirements.map(minimalManifest);
  if (format === 'json') return manifests.map((manifest) => `${JSON.stringify(manifest, undefined, 2)}\n`).join('');
  const { stringify } = await import(/* webpackMode: "eager" */ 'yaml');
  return manifests.map((manifest) => stringify(manifest)).join('---\n');
}

/** Says what a server must have for an artifact to start. */
export async function requirementsCommand({ artifact, format, output }: RequirementsCommand, surroundings: Surroundings): Promise<0> {
  const artifacts = await readPublishArtifacts(artifact, surroundings.disk);
  const requirements = artifacts.map((one) => requirementsOf(performStart({ artifact: one, target: {} })));
  await deliver(await rendered(requirements, format, output === undefined ? surroundings.looks : {}), output, surroundings);
  return 0;
}
