import { attributeValue, isFalse } from '../iis/attribute-value.ts';
import { sectionElements } from '../iis/configuration-sections.ts';
import type { Finding } from '../model/finding.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** Calls that set up what wants a WebSocket. */
const wanting: ReadonlyMap<string, string> = new Map([
  ['MapBlazorHub', 'Blazor Server'],
  ['AddInteractiveServerRenderMode', 'Blazor Server'],
  ['MapHub', 'SignalR'],
  ['UseWebSockets', 'WebSockets'],
]);

/** Why there is none; `undefined` where there may be one. */
function whyNot({ facts: { artifact, server } }: AdviceFacts): Pick<Finding, 'evidence' | 'place' | 'remedies'> | undefined {
  const { webConfig } = artifact;
  const section = webConfig.state === 'read' ? sectionElements(webConfig.root, 'system.webServer/webSocket').at(-1) : undefined;
  const enabled = section === undefined ? undefined : attributeValue(section, 'enabled');
  if (section !== undefined && webConfig.state === 'read' && isFalse(enabled)) {
    return {
      evidence: [`web.config line ${section.line}: <webSocket enabled="${enabled}">.`],
      remedies: [{ side: 'app', text: 'Take the element out of web.config.' }],
      place: { in: 'artifact', file: webConfig.path, line: section.line, column: section.column },
    };
  }
  // A server given by its Hosting Bundle has the modules of a default installation; nobody said which role services were added.
  const modules = server?.hostingBundle === undefined ? server?.iis?.globalModules : undefined;
  // A list of the modules for ASP.NET Core alone was written for the start, not for this.
  const whole = modules?.some(({ name }) => !name.startsWith('AspNetCoreModule')) === true;
  if (modules === undefined || !whole || modules.some(({ name }) => name === 'WebSocketModule')) return undefined;
  return {
    evidence: ['iis.globalModules does not name WebSocketModule.'],
    remedies: [{ side: 'server', text: 'Install the role service WebSocket Protocol.', snippet: 'Install-WindowsFeature Web-WebSockets' }],
    place: { in: 'server', fact: 'iis.globalModules' },
  };
}

/**
 * Without the module of IIS no WebSocket is opened: SignalR falls back to slower transports, everything else fails.
 * Source: learn.microsoft.com/aspnet/core/fundamentals/websockets (IIS support).
 */
export const websocketsUnavailable: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  const calls = application?.image?.assembly?.memberReferences ?? [];
  const call = [...wanting.keys()].find((name) => calls.includes(name));
  const why = whyNot(advice);
  if (application === undefined || call === undefined || why === undefined) return [];
  const fails = call === 'UseWebSockets';
  return [
    {
      rule: 'websockets-unavailable',
      severity: 'note',
      certainty: 'likely',
      message: `The application uses ${wanting.get(call) ?? call}, and IIS will open no WebSocket for it; ${fails ? 'those connections fail' : 'connections fall back to long polling, which is slower'}.`,
      ...why,
      evidence: [`${application.dll} calls ${call}.`, ...why.evidence],
    },
  ];
};
