import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { AdviceRule } from './advise.ts';

/** Sections of ASP.NET on .NET Framework; ASP.NET Core reads its settings elsewhere (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config). */
const unread = new Set(['appSettings', 'connectionStrings', 'system.web']);

/** Settings of `system.web` that IIS itself or Visual Studio put there and that nobody misses. */
function hasSettings({ children, attributes }: ConfigurationElement): boolean {
  return children.length > 0 || attributes.length > 0;
}

function sections({ children }: ConfigurationElement): readonly ConfigurationElement[] {
  return children.flatMap((child) => (child.name === 'location' ? sections(child) : [child]));
}

/** Values that somebody put into web.config and that the application never sees. */
export const webConfigSettingsUnread: AdviceRule = ({ facts: { artifact }, workedOut: { aspNetCore } }) => {
  if (artifact.webConfig.state !== 'read' || aspNetCore === undefined) return [];
  const found = sections(artifact.webConfig.root).filter((section) => unread.has(section.name) && hasSettings(section));
  const [first] = found;
  if (first === undefined) return [];
  const names = [...new Set(found.map(({ name }) => `<${name}>`))].join(', ');
  return [
    {
      rule: 'web-config-settings-unread',
      severity: 'note',
      certainty: 'likely',
      message: `web.config has settings in ${names}; ASP.NET Core does not read them.`,
      evidence: found.slice(0, 10).map(({ name, line }) => `web.config line ${line}: <${name}>.`),
      remedies: [
        {
          side: 'app',
          text: 'Move them to appsettings.json, or to environment variables of the aspNetCore section; keep secrets out of both.',
        },
      ],
      place: { in: 'artifact', file: artifact.webConfig.path, line: first.line, column: first.column },
    },
  ];
};
