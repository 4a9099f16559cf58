import { channelOf, type DotnetChannel, dataDate, newestRelease } from '../data/dotnet-releases.ts';
import { compareFxVersions, type FxVersion, parseFxVersion } from '../dotnet/fx-version.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { AdviceRule } from './advice-rule.ts';
import { runningFramework } from './running-framework.ts';

const securityReleases = onceForEach(({ releases }: DotnetChannel): readonly FxVersion[] =>
  releases
    .filter(({ version, security }) => security === true && !version.includes('-'))
    .flatMap(({ version }) => parseFxVersion(version) ?? []),
);

/** How many security releases of the channel are newer than `version`. */
function missedSecurityReleases(version: string, channel: DotnetChannel): number {
  const running = parseFxVersion(version);
  return running === undefined ? 0 : securityReleases(channel).filter((release) => compareFxVersions(release, running) > 0).length;
}

/** The runtime that will run lacks security releases of its channel: the server's, or the one a self-contained artifact froze. */
export const runtimePatchBehind: AdviceRule = (advice) => {
  const running = runningFramework(advice);
  // A patch number that ends in 0 may stand for "not known better" in a self-contained artifact.
  if (running === undefined || running.from === 'asked for' || (running.from === 'artifact' && running.version.endsWith('.0'))) return [];
  const channel = channelOf(running.version);
  if (channel === undefined) return [];
  const missed = missedSecurityReleases(running.version, channel);
  const newest = newestRelease(channel);
  if (missed === 0 || newest === undefined) return [];
  return [
    {
      rule: 'runtime-patch-behind',
      severity: 'note',
      certainty: 'certain',
      message: `.NET ${running.version} lacks ${missed} security release${missed === 1 ? '' : 's'}; ${newest.version} is the newest known.`,
      evidence: [
        running.from === 'server' ? 'The runtime of the server is used.' : 'The artifact is self-contained and carries its own runtime.',
        `Release data of ${dataDate}.`,
      ],
      remedies: [
        running.from === 'server'
          ? { side: 'server', text: `Install the Hosting Bundle ${newest.version} or later.` }
          : { side: 'app', text: 'Publish again with a current SDK.' },
      ],
    },
  ];
};
