import { stripComments } from 'jsonc-parser';
import { deployTimeToken, deployTimeTokens as tokensInText } from '../iis/deploy-time-token.ts';
import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';

interface Token {
  readonly file: string;
  readonly token: string;
  readonly line: number;
  readonly column: number;
}

function tokensIn(element: ConfigurationElement, file: string): readonly Token[] {
  const own = element.attributes.flatMap(({ value, line, column }) => {
    const token = deployTimeToken(value);
    return token === undefined ? [] : [{ file, token, line, column }];
  });
  return [...own, ...element.children.flatMap((child) => tokensIn(child, file))];
}

/** Beyond the first few, a file is a template and every line of it has some. */
const mostOfFile = 100;

/** In JSON a placeholder may stand for a value as well as inside a text; in a comment it is none. */
function tokensInJson(bytes: Uint8Array, file: string): readonly Token[] {
  const text = new TextDecoder().decode(bytes);
  if (deployTimeToken(text) === undefined) return [];
  const lines = stripComments(text, ' ').split(/\r\n|\n|\r/);
  const found: Token[] = [];
  for (const [index, line] of lines.entries()) {
    for (const { token, at } of tokensInText(line)) found.push({ file, token, line: index + 1, column: at + 1 });
    if (found.length >= mostOfFile) break;
  }
  return found;
}

/** In attributes and between elements; of a web.config that is no XML as it is, the one in the line that breaks it. */
function tokensInWebConfig(webConfig: ConfigurationFile): readonly Token[] {
  if (webConfig.state === 'read') {
    const { root, path, placeholder } = webConfig;
    return [...(placeholder === undefined ? [] : [{ file: path, ...placeholder }]), ...tokensIn(root, path)];
  }
  if (webConfig.state === 'absent' || webConfig.token === undefined) return [];
  const { path: file, token, line, column } = webConfig;
  return [{ file, token, line, column }];
}

const tokensOf = onceForEach(({ webConfig, contents, files }: PublishArtifact): readonly Token[] => [
  ...tokensInWebConfig(webConfig),
  ...[...contents].flatMap(([key, bytes]) => tokensInJson(bytes, files.get(key)?.path ?? key)),
]);

/** Placeholders in the files of the start: what depends on them was left open, and a deployment that does not replace them fails. */
export const deployTimeTokens: AdviceRule = ({ facts: { artifact } }) => {
  const tokens = tokensOf(artifact);
  const [first] = tokens;
  if (first === undefined) return [];
  const names = [...new Set(tokens.map(({ token }) => token))];
  const files = [...new Set(tokens.map(({ file }) => file))];
  const { file, line, column } = first;
  return [
    {
      rule: 'deploy-time-tokens',
      severity: 'note',
      certainty: 'certain',
      message: `${someOf(files)} ${files.length === 1 ? 'holds' : 'hold'} ${names.length === 1 ? 'a placeholder' : `${names.length} placeholders`} that the deployment must replace: ${someOf(names)}.`,
      evidence: tokens.slice(0, 10).map((one) => `${one.file} line ${one.line}: ${one.token}.`),
      remedies: [{ side: 'app', text: 'Check the artifact after the step that replaces them, if there is one in this pipeline.' }],
      place: { in: 'artifact', file, line, column },
    },
  ];
};
