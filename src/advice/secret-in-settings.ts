import { settingsIn } from '../ancm/application-settings.ts';
import { placeIn } from '../dotnet/settings-json.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { someOf } from '../model/some-of.ts';
import type { AdviceRule } from './advice-rule.ts';
import { looksLikeSecret } from './looks-like-secret.ts';
import { poolVariableCommand } from './pool-variable.ts';

/** appsettings.json and those of the environments; what Development uses is nobody's secret on a server. */
const settingsFile = /^appsettings(?:\.(?!development\.)[^\\]+)?\.json$/;

/** What a finding shows of a key, in characters. */
const longestShown = 200;

interface SecretFile {
  readonly file: string;
  readonly keys: readonly string[];
  readonly line: number;
  readonly column: number;
}

const secretFiles = onceForEach(({ contents, files }: PublishArtifact): readonly SecretFile[] =>
  [...contents].flatMap(([key, bytes]) => {
    const read = settingsFile.test(key) ? settingsIn(bytes) : undefined;
    if (read?.ok !== true) return [];
    const secrets = read.settings.filter((setting) => looksLikeSecret(setting.key, setting.value));
    const [first] = secrets;
    if (first === undefined) return [];
    return [
      {
        file: files.get(key)?.path ?? key,
        keys: secrets.map(({ key: name }) => name.slice(0, longestShown)),
        ...placeIn(read.text, first.offset),
      },
    ];
  }),
);

/** Secrets in a settings file lie in plain text in the pipeline's artifact, on every server and in its backups. The values are never shown. */
export const secretInSettings: AdviceRule = ({ facts: { artifact, target } }) =>
  secretFiles(artifact).map(({ file, keys, line, column }) => ({
    rule: 'secret-in-settings',
    severity: 'warning',
    certainty: 'likely',
    message: `${file} holds ${someOf(keys, 3)}, which look${keys.length === 1 ? 's like a secret' : ' like secrets'}, in plain text.`,
    evidence: keys.slice(0, 10).map((key) => `${file}: ${key} (value not shown).`),
    remedies: [
      {
        side: 'server',
        text: 'Set it as an environment variable of the application pool, or keep it in a vault.',
        snippet: poolVariableCommand(target.appPool, keys[0] ?? ''),
      },
      { side: 'app', text: 'Take it out of the file, and change the secret if this artifact was stored anywhere.' },
    ],
    place: { in: 'artifact', file, line, column },
  }));
