import { resolveFrameworks } from '../../src/dotnet/resolve-frameworks.ts';
import { startHost } from '../../src/dotnet/start-host.ts';
import { type HostRefusal, hostErrorCodes } from '../../src/model/host-start.ts';
import type { InstalledFramework } from '../../src/model/target-server.ts';
import { muxerRequest } from '../../test/dotnet/muxer-request.ts';
import type { Answer } from './answer.ts';
import type { Layout, LayoutFramework } from './layout.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function installed({ version, runtimeConfig, complete }: LayoutFramework): InstalledFramework {
  return {
    version,
    complete: complete ?? true,
    ...(runtimeConfig === undefined ? { references: [] } : { runtimeConfig: bytes(runtimeConfig) }),
  };
}

function request({ frameworks, runtimeConfig, runtimeConfigDev, environment }: Layout, hostfxrVersion: string) {
  return muxerRequest(hostfxrVersion, {
    root: 'C:\\root',
    frameworks: new Map(Object.entries(frameworks).map(([name, folders]) => [name, folders.map(installed)])),
    runtimeConfig: runtimeConfig === undefined ? undefined : bytes(runtimeConfig),
    runtimeConfigDev: runtimeConfigDev === undefined ? undefined : bytes(runtimeConfigDev),
    environment: new Map(Object.entries(environment).filter(([, value]) => value !== '')),
  });
}

function refusedAnswer({ error, text, cause }: HostRefusal): Answer {
  if (cause.kind === 'crash') return { outcome: 'crash', code: 0, frameworks: [], text: '' };
  return { outcome: 'refused', code: hostErrorCodes[error] & 0xff, frameworks: [], text };
}

/** The model's answer. `hostfxrVersion`: the one that the layout is to be compared with. */
export function modelAnswer(layout: Layout, hostfxrVersion: string): Answer {
  const asked = request(layout, hostfxrVersion);
  const resolution = resolveFrameworks(asked);
  if (resolution.outcome === 'unknown') throw new Error(`No answer for layout ${layout.seed}: ${resolution.because}`);
  if (resolution.outcome === 'refused') return refusedAnswer(resolution.refusal);
  if (resolution.config.frameworkDependent && resolution.frameworks.length > 0) {
    const directory = resolution.frameworks.at(-1)?.directory ?? '';
    const notFound = `A fatal error was encountered. The library 'hostpolicy.dll' required to execute the application was not found in '${directory}'.`;
    const frameworks = resolution.frameworks.map(({ name, version }) => `${name} ${version}`);
    return { outcome: 'resolved', code: 0x83, frameworks, text: [...resolution.lines, notFound].join('\n') };
  }
  const start = startHost(asked);
  if (start.outcome !== 'refused') throw new Error(`No refusal for layout ${layout.seed}, which has no hostpolicy`);
  return refusedAnswer(start.refusal);
}
