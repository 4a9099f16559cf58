import { webConfigPlace } from '../ancm/section-place.ts';
import { attributeValue } from '../iis/attribute-value.ts';
import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import type { Remedy } from '../model/finding.ts';
import { childProcessArguments } from '../windows/command-line.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { looksLikeSecret } from './looks-like-secret.ts';
import { poolVariableCommand } from './pool-variable.ts';

/** A name and value of web.config that may be a secret. */
interface Candidate extends TextPosition {
  readonly kind: 'environment variable' | 'connection string' | 'setting' | 'argument';
  readonly name: string;
  readonly value: string;
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

/**
 * `--Name=value`, `/Name=value` or `Name=value`, and `--Name value`, as the command-line configuration provider reads them
 * (learn.microsoft.com/dotnet/core/extensions/configuration-providers). What is none of these has no name.
 */
function argumentList({ workedOut: { aspNetCore } }: AdviceFacts): readonly Candidate[] {
  if (aspNetCore === undefined) return [];
  const { line, column } = aspNetCore.attributePositions.get('arguments') ?? aspNetCore;
  const words = childProcessArguments(aspNetCore.arguments);
  return words.map((word, index) => {
    const [, mark, name, joined] = /^(--|\/)?([\w.:-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const value = joined ?? (mark === undefined ? undefined : words[index + 1]);
    const argument = name === undefined || value === undefined ? { name: 'arguments', value: word } : { name, value };
    return { kind: 'argument' as const, ...argument, line, column };
  });
}

function candidates(advice: AdviceFacts): readonly Candidate[] {
  const { webConfig } = advice.facts.artifact;
  const variables = advice.workedOut.aspNetCore?.environmentVariables ?? [];
  return [
    ...variables
      .filter(({ fromServer }) => fromServer === undefined)
      .map((variable) => ({ ...variable, kind: 'environment variable' as const })),
    ...argumentList(advice),
    ...(webConfig.state === 'read' ? entries(webConfig.root) : []),
  ];
}

function onThePool(pool: string | undefined, name: string): Remedy {
  return {
    side: 'server',
    text: 'Set it on the application pool, or keep it in a vault.',
    snippet: poolVariableCommand(pool, name),
  };
}

/** Secrets in web.config lie in plain text in the pipeline's artifact and on the server. The value is never shown. */
export const secretInWebConfig: AdviceRule = (advice) =>
  candidates(advice)
    .filter(({ name, value }) => looksLikeSecret(name, value))
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
