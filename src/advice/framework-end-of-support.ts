import { channelOf, dataDate } from '../data/dotnet-releases.ts';
import type { AdviceRule } from './advice-rule.ts';
import { runningFramework } from './running-framework.ts';

/** How long before the end a note appears, in days. */
const notice = 90;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** After the end of support there are no security patches (learn.microsoft.com/dotnet/core/releases-and-support). */
export const frameworkEndOfSupport: AdviceRule = (advice) => {
  const running = runningFramework(advice);
  const channel = running && channelOf(running.version);
  if (running === undefined || channel?.endOfSupport === undefined) return [];
  const left = daysBetween(advice.today, channel.endOfSupport);
  if (left > notice) return [];
  const over = left < 0;
  return [
    {
      rule: 'framework-end-of-support',
      severity: over ? 'warning' : 'note',
      certainty: running.from === 'asked for' ? 'likely' : 'certain',
      message: over
        ? `.NET ${channel.channel} has been out of support since ${channel.endOfSupport}; it gets no security patches.`
        : `.NET ${channel.channel} goes out of support on ${channel.endOfSupport}, in ${left} days.`,
      evidence: [
        running.from === 'asked for'
          ? `The application asks for .NET ${running.version}.`
          : `The application will run on .NET ${running.version}.`,
        `Release data of ${dataDate}.`,
      ],
      remedies: [{ side: 'app', text: 'Move to a supported version.' }],
      ...(running.file === undefined ? {} : { place: { in: 'artifact' as const, file: running.file } }),
    },
  ];
};
