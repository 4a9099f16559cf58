import type { BinaryImage, PeImage } from '../../src/model/binary-image.ts';
import type { Finding, Place } from '../../src/model/finding.ts';
import type { PublishArtifact } from '../../src/model/publish-artifact.ts';
import { artifactOf, inWebConfig, published } from './checkout.ts';

export const generated = `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
      </handlers>
      <aspNetCore processPath=".\\Shop.exe" stdoutLogEnabled="false" hostingModel="inprocess" />
    </system.webServer>
  </location>
</configuration>`;

export const image = (machine: 'x86' | 'x64', isDll: boolean): BinaryImage => ({ format: 'pe', machine, machineCode: 0, bits: 32, isDll });
export const x86Dll: PeImage = {
  format: 'pe',
  machine: 'x86',
  machineCode: 0x14c,
  bits: 32,
  isDll: true,
  clr: { ilOnly: true, requires32Bit: true, prefers32Bit: false, readyToRun: false },
};

export const inRuntimeConfig: Place = { in: 'artifact', file: 'Shop.runtimeconfig.json' };
export const shop = (target?: string, runtimeOptions = {}): PublishArtifact =>
  published('Shop', { webConfig: generated, runtimeOptions, ...(target === undefined ? {} : { target }) });
export const selfContained = { includedFrameworks: [] };

export interface Case {
  readonly name: string;
  readonly repository: string;
  readonly artifact: PublishArtifact;
  readonly finding: Finding;
  /** A text that stands once in the file, at the place that is expected; absent = the file without a line. */
  readonly expected: readonly [file: string, text?: string] | undefined;
}

export const singleFile = (exe: 'x86' | 'x64'): PublishArtifact =>
  artifactOf({ 'Shop.exe': '' }, { webConfig: generated, images: { 'Shop.exe': image(exe, false) } });
export const linuxSingleFile = artifactOf({ Shop: '' }, { webConfig: generated, images: { Shop: { format: 'elf', machine: 'x64' } } });

export const project = 'src/Shop/Shop.csproj';
export const processPath = inWebConfig(generated, 'processPath');
