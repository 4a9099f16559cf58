import type { Finding } from '../model/finding.ts';
import { publishAgain } from '../model/remedies.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { WorkedOut } from '../model/worked-out.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import { fileBeside } from './file-beside.ts';

const shown = 5;

/** Assemblies that deps.json promises and the artifact lacks, on a host that does not check: they are missed when first used. */
export function missingAssetsFinding(facts: StartFacts, dll: string, host: WorkedOut['host']): readonly Finding[] {
  const missing = host.uncheckedMissingAssets;
  if (missing.length === 0) return [];
  const image = facts.artifact.images.get(pathKey(dll));
  const references = new Set(image?.format === 'pe' ? image.assembly?.references.map(({ name }) => `${name}.dll`.toLowerCase()) : []);
  const direct = missing.filter(({ asset }) => references.has(fileName(asset).toLowerCase()));
  const named = direct.length > 0 ? direct : missing;
  const names = named.slice(0, shown).map(({ asset }) => fileName(asset));
  const more = named.length > shown ? ` and ${named.length - shown} more` : '';
  return [
    {
      rule: 'deps-asset-missing',
      severity: 'warning',
      certainty: 'likely',
      status: '500.30',
      message:
        direct.length > 0
          ? `${names.join(', ')}${more}: the entry assembly refers to it, deps.json promises it, and it is not in the artifact; the application fails when it is first used.`
          : `${names.join(', ')}${more}: promised by deps.json and not in the artifact; the application fails when it is first used.`,
      evidence: named.slice(0, shown).map(({ package: name, version, asset }) => `${name} ${version}: ${asset}.`),
      remedies: [publishAgain],
      place: { in: 'artifact', file: fileBeside(dll, '.deps.json') },
    },
  ];
}
