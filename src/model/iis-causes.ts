import type { CauseText } from './cause-text.ts';

/** What IIS itself refuses, before or instead of the module. */
export const iisCauses = {
  'app-pool-stopped': {
    why: 'HTTP.sys answers for a pool that is stopped; no worker process starts and nothing of the application is read. Often rapid-fail protection stopped it after five crashes within five minutes.',
    remedies: [{ side: 'server', text: 'Start the pool, and look in the System event log (source WAS) for what stopped it.' }],
  },
  'module-dll-missing': {
    why: 'IIS loads every native module of applicationHost.config into a worker process; one whose file is missing for the architecture of the process ends the process, and after a few attempts the pool.',
    remedies: [{ side: 'server', text: 'Repair or install the Hosting Bundle; the x64 one brings the 64-bit and the 32-bit module.' }],
  },
  'web-config-malformed': {
    why: 'IIS parses web.config before anything else, and answers every request of the application with 500.19 when it is not well-formed XML.',
    remedies: [{ side: 'app', text: 'Mend the line that is named. If a transform wrote the file, look at the transform.' }],
  },
  'web-config-too-large': {
    why: 'IIS reads at most 250 KB of one web.config unless the server was told otherwise.',
    remedies: [
      { side: 'app', text: 'Move long lists, mostly of rewrite rules, into files of their own with configSource.' },
      { side: 'server', text: 'Raise MaxWebConfigFileSizeInKB in the registry, below HKLM\\SOFTWARE\\Microsoft\\InetStp\\Configuration.' },
    ],
  },
  'configuration-section-duplicate': {
    why: 'A configuration file may set a section once for one location; a second one, mostly left by a transform that inserts instead of merging, makes the file invalid.',
    remedies: [{ side: 'app', text: 'Merge the two elements into one.' }],
  },
  'configuration-section-unknown': {
    why: 'IIS knows only sections that applicationHost.config declares. The section aspNetCore comes with the Hosting Bundle, rewrite with the URL Rewrite module.',
    remedies: [
      { side: 'app', text: 'Remove the section if the application does not need it.' },
      { side: 'server', text: 'Install what declares it: the Hosting Bundle, URL Rewrite, Application Request Routing, …' },
    ],
  },
  'configuration-section-locked': {
    why: 'The server does not allow web.config to set this section (overrideModeDefault="Deny" or a lock). The handlers, modules and authentication sections are those that administrators lock.',
    remedies: [
      { side: 'app', text: 'Remove the section from web.config.' },
      {
        side: 'server',
        text: 'Unlock the section: appcmd unlock config -section:system.webServer/handlers, with the name of the section.',
      },
    ],
  },
  'collection-entry-duplicate': {
    why: 'web.config adds an entry that is there already, in the same file or inherited from a parent application or the server, and IIS takes no two with the same key.',
    remedies: [{ side: 'app', text: 'Put a <remove> of the key before the <add>, or drop the second entry.' }],
  },
  'configuration-content-invalid': {
    why: 'An element, attribute or value is not in the schema of its section, so IIS refuses the file. Schemas grow with versions: an attribute that a newer Hosting Bundle knows is an error on an older one.',
    remedies: [
      { side: 'app', text: 'Remove or correct what is named.' },
      { side: 'server', text: 'Install the Hosting Bundle or the IIS module whose schema has the attribute.' },
    ],
  },
  'handler-module-unregistered': {
    why: 'The handler names a module that applicationHost.config does not have among its modules: AspNetCoreModuleV2 without a Hosting Bundle of 2.2 or later, or AspNetCoreModule where only the new one is installed.',
    remedies: [
      { side: 'app', text: 'Write modules="AspNetCoreModuleV2".' },
      { side: 'server', text: 'Install the Hosting Bundle.' },
    ],
  },
  'handler-mapping-missing': {
    why: 'No handler leads requests to the module, so IIS treats the folder as static files: it finds no default document, or no such file.',
    remedies: [{ side: 'app', text: 'Let dotnet publish write web.config, or add the aspNetCore handler with path="*" and verb="*".' }],
  },
  'web-config-missing': {
    why: 'IIS learns of the application from web.config alone. Without one at the application root it serves the folder as static files. Publishing for Linux, other SDKs, or a web.config one folder too deep are the usual reasons.',
    remedies: [{ side: 'app', text: 'Publish with Microsoft.NET.Sdk.Web, and deploy the folder that has web.config at its top.' }],
  },
  'configuration-override-disabled': {
    why: 'The pool has enableConfigurationOverride set to false and reads no web.config, so neither the handler nor the aspNetCore section is in force.',
    remedies: [{ side: 'server', text: 'Set enableConfigurationOverride of the pool to true.' }],
  },
} as const satisfies Record<string, CauseText>;
