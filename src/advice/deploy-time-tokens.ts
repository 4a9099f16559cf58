import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import { onceForEach } from '../model/once-for-each.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advise.ts';

interface Token {
  readonly token: string;
  readonly line: number;
  readonly column: number;
}

function tokensIn(element: ConfigurationElement): readonly Token[] {
  const own = element.attributes.flatMap(({ value, line, column }) => {
    const token = deployTimeToken(value);
    return token === undefined ? [] : [{ token, line, column }];
  });
  return [...own, ...element.children.flatMap(tokensIn)];
}

const tokensOf = onceForEach(tokensIn);

/** Placeholders in web.config: what depends on them was left open, and a deployment that does not replace them fails. */
export const deployTimeTokens: AdviceRule = ({ facts: { artifact } }) => {
  if (artifact.webConfig.state !== 'read') return [];
  const tokens = tokensOf(artifact.webConfig.root);
  const [first] = tokens;
  if (first === undefined) return [];
  const names = [...new Set(tokens.map(({ token }) => token))];
  return [
    {
      rule: 'deploy-time-tokens',
      severity: 'note',
      certainty: 'certain',
      message: `web.config holds ${names.length === 1 ? 'a placeholder' : `${names.length} placeholders`} that the deployment must replace: ${someOf(names)}.`,
      evidence: tokens.slice(0, 10).map(({ token, line }) => `web.config line ${line}: ${token}.`),
      remedies: [{ side: 'app', text: 'Check the artifact after the step that replaces them, if there is one in this pipeline.' }],
      place: { in: 'artifact', file: artifact.webConfig.path, line: first.line, column: first.column },
    },
  ];
};
