import { webConfigPlace } from '../ancm/section-place.ts';
import { attributeValue } from '../iis/attribute-value.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import { appcmd } from '../model/appcmd.ts';
import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import type { Remedy } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advise.ts';

/** A name and value of web.config that may be a secret. */
interface Candidate extends TextPosition {
  readonly kind: 'environment variable' | 'connection string' | 'setting' | 'attribute';
  readonly name: string;
  readonly value: string;
}

const secretName =
  /password|passwd|secret|token|api_?key|account_?key|access_?key|private_?key|connectionstrings?(?:__|:)|sas_?(?:key|token)/i;
/** A part of a connection string that is one, with something behind it. */
const secretPart = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*[^;\s]/i;
/** The same among arguments: `--Password=x`, `/apikey:x`, `ConnectionStrings:Shop=…;Password=x`. */
const secretArgument = /(?:password|passwd|pwd|secret|api-?key|accountkey|token)["']?\s*[=:]\s*["']?[^\s;"'%#$_{]/i;
/** A value that names where the secret is, rather than being it. */
const reference = /^(?:@Microsoft\.KeyVault|https?:\/\/|%[^%]+%$)/i;

function isSecret({ kind, name, value }: Candidate): boolean {
  if (value.length < 4 || reference.test(value) || deployTimeToken(value) !== undefined) return false;
  if (kind === 'attribute') return secretArgument.test(value);
  return secretPart.test(value) || (kind !== 'connection string' && secretName.test(name));
}

const sectionKinds: ReadonlyMap<string, readonly [Candidate['kind'], string, string]> = new Map([
  ['connectionStrings', ['connection string', 'name', 'connectionString']],
  ['appSettings', ['setting', 'key', 'value']],
]);

/** The entries of `connectionStrings` and `appSettings`, wherever they stand. */
function entries(element: ConfigurationElement): readonly Candidate[] {
  const kind = sectionKinds.get(element.name);
  if (kind === undefined) return element.children.flatMap(entries);
  const [what, nameAttribute, valueAttribute] = kind;
  return element.children.map((add) => ({
    kind: what,
    name: attributeValue(add, nameAttribute) ?? '',
    value: attributeValue(add, valueAttribute) ?? '',
    line: add.line,
    column: add.column,
  }));
}

function argumentList({ workedOut: { aspNetCore } }: AdviceFacts): readonly Candidate[] {
  if (aspNetCore === undefined) return [];
  const { line, column } = aspNetCore.attributePositions.get('arguments') ?? aspNetCore;
  return [{ kind: 'attribute', name: 'arguments', value: aspNetCore.arguments, line, column }];
}

function candidates(advice: AdviceFacts): readonly Candidate[] {
  const { webConfig } = advice.facts.artifact;
  const variables = advice.workedOut.aspNetCore?.environmentVariables ?? [];
  return [
    ...variables.map((variable) => ({ ...variable, kind: 'environment variable' as const })),
    ...argumentList(advice),
    ...(webConfig.state === 'read' ? entries(webConfig.root) : []),
  ];
}

function onThePool(pool: string | undefined, name: string): Remedy {
  return {
    side: 'server',
    text: 'Set it on the application pool, or keep it in a vault.',
    snippet: `${appcmd} set config -section:system.applicationHost/applicationPools /+"[name='${pool ?? '{pool}'}'].environmentVariables.[name='${name}',value='…']" /commit:apphost`,
  };
}

/** Secrets in web.config lie in plain text in the pipeline's artifact and on the server. The value is never shown. */
export const secretInWebConfig: AdviceRule = (advice) =>
  candidates(advice)
    .filter(isSecret)
    .map((found) => ({
      rule: 'secret-in-web-config',
      severity: 'warning',
      certainty: 'likely',
      message: `web.config holds the ${found.kind} ${found.name}, which looks like a secret, in plain text.`,
      evidence: [`web.config line ${found.line}: ${found.name} (value not shown).`],
      remedies: [
        found.kind === 'environment variable'
          ? onThePool(advice.facts.target.appPool, found.name)
          : { side: 'server', text: 'Keep it in a vault, or in an environment variable of the application pool.' },
        { side: 'app', text: 'Take it out of web.config, and change the secret if this artifact was stored anywhere.' },
      ],
      place: webConfigPlace(advice.facts, found),
    }));
