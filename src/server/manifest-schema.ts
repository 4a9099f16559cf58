import * as v from 'valibot';
import { informationServices } from './iis-schema.ts';
import { environment, key, list, moduleFolder, text, version, versionFolder } from './schema-parts.ts';

const architecture = v.picklist(['x64', 'x86', 'arm64']);

const frameworkReference = v.strictObject({
  name: v.pipe(text, v.description('Name of the framework that is referred to.')),
  version: v.pipe(version, v.description('The version that is asked for.')),
});

const frameworkFolder = v.union([
  version,
  v.strictObject({
    version: v.pipe(version, v.description('Name of the version folder.')),
    complete: key(v.boolean(), 'false: the folder is there, its <name>.deps.json is not. Left out: true.'),
    references: key(list(frameworkReference), 'What the framework itself refers to, where it is not what its name and version imply.'),
  }),
]);

const dotnetRoot = v.strictObject({
  root: v.pipe(text, v.description('Full path of the folder that holds dotnet.exe, host\\fxr and shared.')),
  architecture: key(architecture, 'Processor architecture of its dotnet.exe.'),
  hostfxr: key(list(versionFolder), 'Version folders below host\\fxr.'),
  frameworks: key(v.record(v.string(), list(frameworkFolder)), 'Version folders below shared, by framework name.'),
  sharedStore: key(v.boolean(), 'Whether a runtime store folder (store) exists below this root.'),
});

const installLocations = v.strictObject({
  x64: key(text, 'Folder registered for x64.'),
  x86: key(text, 'Folder registered for x86.'),
  arm64: key(text, 'Folder registered for arm64.'),
});

const aspNetCoreModule = v.variant('installed', [
  v.strictObject({
    installed: key(v.literal(true), 'ASP.NET Core Module V2 is installed; implied by the other keys.'),
    version: key(
      v.pipe(v.string(), v.regex(/^\d{1,5}(?:\.\d{1,5}){1,3}$/, 'a file version such as 18.0.24201.8')),
      'File version of aspnetcorev2.dll.',
    ),
    architectures: key(list(architecture), 'Architectures for which aspnetcorev2.dll is there.'),
    outOfProcessHandlers: key(list(moduleFolder), 'Version folders beside aspnetcorev2.dll, each with aspnetcorev2_outofprocess.dll.'),
    disabled: key(v.boolean(), 'The registry switch DisableANCM is on.'),
  }),
  v.strictObject({
    installed: v.pipe(v.literal(false), v.description('ASP.NET Core Module V2 is not installed.')),
  }),
]);

/** Version 1 of the server manifest. The published JSON Schema is generated from it, so each key says here what it means. */
export const manifestSchema = v.strictObject({
  $schema: key(v.string(), 'Where the JSON Schema of this file is, for editors. Not read.'),
  manifestVersion: v.pipe(v.literal(1), v.description('Version of this format: 1.')),
  name: key(text, 'What reports call the server. Left out: the file name without its extension.'),
  collectedAt: key(
    v.pipe(
      v.string(),
      v.regex(
        /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/,
        'a date and time such as 2026-11-20T10:00:00Z',
      ),
    ),
    'When the facts were gathered (ISO 8601).',
  ),
  os: key(
    v.strictObject({
      version: key(
        v.pipe(v.string(), v.regex(/^\d{1,5}(?:\.\d{1,7}){1,3}$/, 'a Windows version such as 10.0.20348')),
        'Windows version and build number.',
      ),
      architecture: key(architecture, 'Processor architecture of Windows.'),
    }),
    'The operating system.',
  ),
  environment: key(environment, 'Machine-wide environment variables, as the services see them. null: set, value not kept.'),
  dotnet: key(list(dotnetRoot), 'One entry per dotnet root. []: .NET is not installed.'),
  dotnetInstallLocations: key(installLocations, 'Registry values InstalledVersions\\<arch>\\InstallLocation. {}: none is registered.'),
  hostingBundle: key(
    version,
    'Short form for manifests written by hand: version of the newest .NET Hosting Bundle. Stands for everything that bundle installs.',
  ),
  aspNetCoreModule: key(aspNetCoreModule, 'ASP.NET Core Module V2.'),
  existingFiles: key(list(text), 'Further files known to exist on the server, full paths. []: none.'),
  iis: key(informationServices, 'Internet Information Services.'),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type ManifestDotnetRoot = v.InferOutput<typeof dotnetRoot>;
export type ManifestModule = v.InferOutput<typeof aspNetCoreModule>;
