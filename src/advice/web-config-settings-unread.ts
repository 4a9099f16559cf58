import { webConfigPlace } from '../ancm/section-place.ts';
import { attributeValue, isTrue } from '../iis/attribute-value.ts';
import type { SectionUse } from '../iis/configuration-sections.ts';
import { handlerEntries } from '../iis/handler-entry.ts';
import { integratedModeConflicts, sectionsWithSystemWeb } from '../iis/integrated-mode.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import type { StartFacts } from '../model/start-facts.ts';
import type { AdviceRule } from './advice-rule.ts';

/** Sections of ASP.NET on .NET Framework; ASP.NET Core reads its settings elsewhere (learn.microsoft.com/aspnet/core/host-and-deploy/iis/web-config). */
const ofFramework = /^(?:appSettings|connectionStrings|system\.web)(?:\/|$)/;

/** Sections of modules that see no request when the module takes them all (learn.microsoft.com/aspnet/core/host-and-deploy/iis/modules). */
const ofStaticFiles: ReadonlyMap<string, (section: ConfigurationElement) => boolean> = new Map([
  ['system.webServer/staticContent', hasSettings],
  ['system.webServer/defaultDocument', ({ children }) => children.some((files) => files.children.some(({ name }) => name === 'add'))],
  ['system.webServer/directoryBrowse', (section) => isTrue(attributeValue(section, 'enabled'))],
]);

function hasSettings({ children, attributes }: ConfigurationElement): boolean {
  return children.length > 0 || attributes.length > 0;
}

/** Whether every request goes to the ASP.NET Core Module: no handler before it takes files for another one. */
function takesAllRequests(facts: StartFacts, root: ConfigurationElement): boolean {
  const [first] = handlerEntries(facts, root);
  return first?.takesEverything === true && first.modules.some((name) => name.startsWith('AspNetCoreModule'));
}

/** Values that somebody put into web.config and that the application never sees. */
export const webConfigSettingsUnread: AdviceRule = ({ facts, workedOut: { aspNetCore } }) => {
  const { webConfig } = facts.artifact;
  if (webConfig.state !== 'read' || aspNetCore === undefined) return [];
  const { root } = webConfig;
  const told = new Set(integratedModeConflicts(facts).map(({ element }) => element));
  const all = takesAllRequests(facts, root);
  const isUnread = ({ path, element }: SectionUse): boolean =>
    ofFramework.test(path) ? hasSettings(element) && !told.has(element) : all && ofStaticFiles.get(path)?.(element) === true;
  const found = sectionsWithSystemWeb(root).filter(isUnread);
  const [first] = found;
  if (first === undefined) return [];
  const names = [...new Set(found.map(({ path }) => nameOf(path)))].join(', ');
  return [
    {
      rule: 'web-config-settings-unread',
      severity: 'note',
      certainty: 'likely',
      message: `web.config has settings in ${names}; ASP.NET Core does not read them.`,
      evidence: found.slice(0, 10).map(({ path, element }) => `web.config line ${element.line}: ${nameOf(path)}.`),
      remedies: [
        {
          side: 'app',
          text: first.path.startsWith('system.webServer/')
            ? 'Set it in the application: static files, default files and directory browsing have middleware of their own.'
            : 'Move them to appsettings.json, or to environment variables of the aspNetCore section; keep secrets out of both.',
        },
      ],
      place: webConfigPlace(facts, first.element),
    },
  ];
};

/** `<system.web>` for all of it, `<staticContent>` for a section of IIS. */
function nameOf(path: string): string {
  const [group = '', section] = path.split('/');
  return `<${group === 'system.webServer' ? section : group}>`;
}
