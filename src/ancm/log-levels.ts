import { placeIn } from '../dotnet/settings-json.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { EnvironmentBlock } from '../model/environment.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { pathKey } from '../windows/paths.ts';
import { type WrittenSetting, writtenSettings } from './application-settings.ts';

export type LogLevelProblem =
  | {
      readonly kind: 'no-level';
      readonly key: string;
      readonly value: string;
      readonly file: string;
      readonly line: number;
      readonly column: number;
    }
  /** A variable that is not described would win over the value. */
  | { readonly kind: 'unknown'; readonly variable: string; readonly missingFacts: readonly string[] };

/** What a problem shows of a key or a value, in characters. */
const longestShown = 200;

/** `Logging:LogLevel:Default`, `Logging:Console:LogLevel:Microsoft.Hosting`. */
const levelKey = /^logging:(?:[^:]+:)?loglevel:./i;

const name = '(?:trace|debug|information|warning|error|critical|none)';
/**
 * What `Enum.TryParse` takes for a LogLevel; an empty value sets no rule. `null` is the JSON literal.
 * Source: dotnet/runtime:src/libraries/Microsoft.Extensions.Logging.Configuration/src/LoggerFilterConfigureOptions.cs `TryGetSwitch`.
 */
const knownLevel = new RegExp(`^(?:|null|[+-]?\\d+|${name}(?:\\s*,\\s*${name})*)$`, 'i');

/** Libraries that may put a factory of their own in the place of the one that reads the levels. */
const otherLogging = /(?:^|\\)(?:serilog|nlog|log4net)[^\\]*\.dll$/;

function hasOtherLogging({ files, images }: PublishArtifact): boolean {
  const bundled = [...images.values()].flatMap((image) => (image.format === 'pe' ? (image.appHost?.bundled?.files ?? []) : []));
  return [...files.keys(), ...bundled.map(pathKey)].some((file) => otherLogging.test(file));
}

const shown = (text: string): string => text.slice(0, longestShown);

/** The levels in force: those of the environment's file win over appsettings.json; keys ignore case. */
function levels({ artifact }: StartFacts, environment: string | undefined): readonly WrittenSetting[] {
  const written = writtenSettings(artifact, environment).filter(({ key }) => levelKey.test(key));
  return [...new Map(written.map((setting) => [setting.key.toLowerCase(), setting])).values()];
}

/** A log level that is none: .NET's own logging throws at it when it is set up. `environment`: the name of the environment in force. */
export function logLevelProblem(facts: StartFacts, block: EnvironmentBlock, environment: string | undefined): LogLevelProblem | undefined {
  const wrong = levels(facts, environment).filter(({ value }) => !knownLevel.test(value.trim()) && deployTimeToken(value) === undefined);
  if (wrong.length === 0 || hasOtherLogging(facts.artifact)) return undefined;
  let unknown: LogLevelProblem | undefined;
  for (const { key, value, file, text, offset } of wrong) {
    const variable = key.replaceAll(':', '__');
    const lookup = block(variable);
    if (!lookup.known) unknown ??= { kind: 'unknown', variable, missingFacts: lookup.missingFacts };
    else if (lookup.value === undefined) return { kind: 'no-level', key: shown(key), value: shown(value), file, ...placeIn(text, offset) };
  }
  return unknown;
}
