import { appcmd } from '../model/appcmd.ts';
import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import type { Certainty, Remedy } from '../model/finding.ts';
import { restartIis } from '../model/remedies.ts';
import { hresults } from '../model/startup-failure.ts';
import { isReadForEveryRequest } from './collection-keys.ts';
import type { ConfigurationProblem } from './configuration-failure.ts';
import type { LockViolation } from './element-locks.ts';
import type { ContentViolation } from './section-content.ts';
import type { SectionState } from './section-state.ts';
import { sectionProvider, sectionSpelling } from './stock-sections.ts';

/** The registry value `MaxWebConfigFileSizeInKB` of IIS where it is not set. */
const largestWebConfig = 250 * 1024;

const app = (text: string, snippet?: string): Remedy => ({ side: 'app', text, ...(snippet === undefined ? {} : { snippet }) });
const server = (text: string, snippet?: string): Remedy => ({ side: 'server', text, ...(snippet === undefined ? {} : { snippet }) });

export function malformed(file: ConfigurationFile & { readonly state: 'malformed' }): ConfigurationProblem {
  return {
    rule: 'web-config-malformed',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `IIS cannot read ${file.path}, because it is not well-formed XML: ${file.message}.`,
    evidence: [
      `${file.path} line ${file.line}, column ${file.column}: ${file.message}.`,
      'IIS reads its configuration before the ASP.NET Core Module, so app_offline.htm does not show either.',
    ],
    remedies: [
      app(
        `Correct ${file.path} at line ${file.line}, and open it in an XML parser before it is deployed.`,
        `[xml](Get-Content .\\${file.path} -Raw)`,
      ),
    ],
    position: file,
  };
}

export function wrongRoot(root: ConfigurationElement): ConfigurationProblem {
  return {
    rule: 'web-config-malformed',
    certainty: 'likely',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `The root element of web.config is <${root.name}>; IIS expects <configuration>.`,
    evidence: [`web.config line ${root.line}: <${root.name}>; names are compared with regard to case.`],
    remedies: [
      app('Put the content into a <configuration> element.', '<configuration>\n  <system.webServer>…</system.webServer>\n</configuration>'),
    ],
    position: root,
  };
}

/** `undefined` while the file is not larger than IIS reads unless told otherwise. */
export function tooLarge(size: number | undefined): ConfigurationProblem | undefined {
  if (size === undefined || size <= largestWebConfig) return undefined;
  return {
    rule: 'web-config-too-large',
    certainty: 'likely',
    message: `web.config has ${size} bytes; IIS refuses one of more than 250 KB.`,
    evidence: [`web.config: ${size} bytes; the limit is ${largestWebConfig} unless the registry value MaxWebConfigFileSizeInKB raises it.`],
    remedies: [
      app('Move long lists, such as rewrite maps, into files of their own.', '<rewriteMaps configSource="rewritemaps.config" />'),
      server(
        'Raise the limit and restart IIS.',
        'reg add HKLM\\SOFTWARE\\Microsoft\\InetStp\\Configuration /v MaxWebConfigFileSizeInKB /t REG_DWORD /d 1024',
      ),
    ],
  };
}

export function undeclared(element: ConfigurationElement, state: SectionState & { readonly state: 'undeclared' }): ConfigurationProblem {
  const provider = sectionProvider(state.section);
  const spelling = sectionSpelling(state.section);
  if (spelling !== undefined) return misspelt(element, state.section, spelling);
  const ownModule = state.section === 'system.webServer/aspNetCore';
  return {
    rule: 'configuration-section-unknown',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `web.config uses the section ${state.section}, which this server does not know${provider === undefined ? '' : `: ${provider} is not installed or not registered`}.`,
    evidence: [`web.config line ${element.line}: <${element.name}>.`, state.because],
    remedies: [
      provider === undefined
        ? server(`Install what declares ${state.section}.`)
        : ownModule
          ? server('Install or repair the Hosting Bundle, after IIS is installed, then restart IIS.', restartIis)
          : server(`Install ${provider}.`),
      ...(ownModule ? [] : [app(`Take <${element.name}> out of web.config.`)]),
    ],
    position: element,
  };
}

function misspelt(element: ConfigurationElement, section: string, spelling: string): ConfigurationProblem {
  return {
    rule: 'configuration-section-unknown',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `web.config uses the section ${section}, which IIS does not know; it is called ${spelling}, and the case counts.`,
    evidence: [`web.config line ${element.line}: <${element.name}>.`],
    remedies: [app(`Write ${spelling.replaceAll('/', ' / ')}, in this case.`)],
    position: element,
  };
}

/** A section of the application's own, or one of .NET, that neither the file nor the .NET Framework declares. */
export function undeclaredInFile(element: ConfigurationElement): ConfigurationProblem {
  return {
    rule: 'configuration-section-unknown',
    // The machine.config or root web.config of the server could declare it.
    certainty: 'likely',
    hresult: hresults.ERROR_NOT_SUPPORTED,
    message: `web.config uses the section ${element.name}, which nothing declares.`,
    evidence: [
      `web.config line ${element.line}: <${element.name}>; <configSections> does not name it, and it is not a section of IIS or of the .NET Framework.`,
    ],
    remedies: [app(`Take <${element.name}> out of web.config, or declare it; an ASP.NET Core application does not read it.`)],
    position: element,
  };
}

export function locked(element: ConfigurationElement, state: SectionState & { readonly state: 'locked' }): ConfigurationProblem {
  return {
    rule: 'configuration-section-locked',
    hresult: hresults.ERROR_LOCK_VIOLATION,
    message: `web.config sets ${state.section}, which is locked on this server and may be set only in applicationHost.config.`,
    evidence: [`web.config line ${element.line}: <${element.name}>.`, state.because],
    remedies: [
      app(`Take <${element.name}> out of web.config and let the server set it.`),
      server('Unlock the section.', `${appcmd} unlock config -section:${state.section}`),
    ],
    position: element,
  };
}

/** IIS notices a lock of a part when something reads the section. */
function lockCertainty(section: string): Certainty {
  return isReadForEveryRequest(section) ? 'certain' : 'likely';
}

/** `remove` or `clear` of entries that the server locks one by one. */
export function lockedEntries(
  element: ConfigurationElement,
  section: string,
  collection: string,
  keys: readonly string[],
): ConfigurationProblem {
  const [first = ''] = keys;
  const list = collection.replace(/^.*\//, '');
  const what = element.name === 'clear' ? `clears the list of ${list}` : `removes ${first.replaceAll('\n', ', ')} from ${list}`;
  const shown = keys.slice(0, 5).map((key) => key.replaceAll('\n', ', '));
  return {
    rule: 'configuration-section-locked',
    certainty: lockCertainty(section),
    hresult: hresults.ERROR_LOCK_VIOLATION,
    message: `web.config ${what}, but the server locks ${keys.length === 1 ? 'this entry' : `${keys.length} of its entries`} (lockItem).`,
    evidence: [
      `web.config line ${element.line}: <${element.name}>.`,
      `Locked at server level: ${shown.join('; ')}${keys.length > shown.length ? '; …' : ''}.`,
    ],
    remedies: [
      app(`Take <${element.name}> out of <${list}>.`),
      server(`Set lockItem="false" on the entry in ${collection} of applicationHost.config.`),
    ],
    position: element,
  };
}

/** An attribute or element of a section that the server locks although the section as a whole is open. */
export function lockedPart(section: string, { element, attribute }: LockViolation): ConfigurationProblem {
  const position = attribute ?? element;
  const what = attribute === undefined ? `<${element.name}>` : attribute.name;
  return {
    rule: 'configuration-section-locked',
    certainty: lockCertainty(section),
    hresult: hresults.ERROR_LOCK_VIOLATION,
    message: `web.config sets ${what} in ${section}, which this server locks and which may be set only in applicationHost.config.`,
    evidence: [
      `web.config line ${position.line}, column ${position.column}: ${attribute === undefined ? what : `${what} of <${element.name}>`}.`,
      `applicationHost.config locks it (${attribute === undefined ? 'lockElements or lockItem' : 'lockAttributes'}). The page says: Lock violation.`,
    ],
    remedies: [
      app(`Take ${what} out of <${section.replace(/^.*\//, '')}>.`),
      server(`Take ${what} out of the locks of ${section} in applicationHost.config.`),
    ],
    position,
  };
}

export function sectionTwice(
  path: string,
  element: ConfigurationElement,
  first: ConfigurationElement,
  certain: boolean,
): ConfigurationProblem {
  return {
    rule: 'configuration-section-duplicate',
    certainty: certain ? 'certain' : 'likely',
    hresult: hresults.ERROR_ALREADY_EXISTS,
    message: `web.config sets the section ${path} twice; a file may set a section only once.`,
    evidence: [`web.config line ${first.line}: <${first.name}>, and again in line ${element.line}.`],
    remedies: [app(`Move the content of the second <${element.name}> into the first.`)],
    position: element,
  };
}

export function invalidContent(path: string, violations: readonly ContentViolation[]): ConfigurationProblem | undefined {
  const [violation] = violations;
  if (violation === undefined) return undefined;
  return {
    rule: 'configuration-content-invalid',
    certainty: isReadForEveryRequest(path) ? 'certain' : 'likely',
    hresult: hresults.ERROR_INVALID_DATA,
    message: `IIS cannot read the section ${path} of web.config: ${violation.problem}.`,
    evidence: violations.map(
      ({ line, column, problem, expected }) => `web.config line ${line}, column ${column}: ${problem}; expected ${expected}.`,
    ),
    remedies: [app(`Correct line ${violation.line} of web.config: expected ${violation.expected}.`)],
    position: violation,
  };
}

/** A section that stands in a file of its own, and the file was not found beside web.config, or holds something else. */
export function externalFileMissing(path: string, element: ConfigurationElement, file: string): ConfigurationProblem {
  return {
    rule: 'configuration-content-invalid',
    // A later step of the deployment may put the file there.
    certainty: 'likely',
    message: `web.config takes the section ${path} from the file ${file}, and the artifact has no such file with <${element.name}> in it.`,
    evidence: [
      `web.config line ${element.line}: <${element.name} configSource="${file}">; the file has to lie beside web.config or below.`,
    ],
    remedies: [app(`Publish ${file} with <${element.name}> as its root, or write the section into web.config.`)],
    position: element,
  };
}
