import { pathKey, withoutExtension } from '../windows/paths.ts';
import type { AdviceFacts } from './advice-rule.ts';

/** The runtimeconfig.json in force. */
export interface RequestedFrameworksFile {
  readonly config: Uint8Array;
  /** What messages call it. */
  readonly name: string;
  /** The file of the artifact it lies in: itself, or the single file around it. */
  readonly place: string;
}

/** The runtimeconfig.json that the host read, beside the application or inside its single file. */
export function requestedFrameworksFile({ facts, workedOut }: AdviceFacts): RequestedFrameworksFile | undefined {
  const { applicationDll, childProcess } = workedOut;
  if (applicationDll === undefined) return undefined;
  const exe = childProcess?.kind === 'artifact-exe' ? childProcess.exe : undefined;
  const image = exe === undefined ? undefined : facts.artifact.images.get(pathKey(exe));
  const bundle = image?.format === 'pe' ? image.appHost?.bundled : undefined;
  const file = `${withoutExtension(applicationDll)}.runtimeconfig.json`;
  const runtimeConfig = bundle === undefined ? facts.artifact.contents.get(pathKey(file)) : bundle.runtimeConfig;
  if (runtimeConfig === undefined) return undefined;
  return exe !== undefined && bundle !== undefined
    ? { config: runtimeConfig, name: `${file} in ${exe}`, place: exe }
    : { config: runtimeConfig, name: file, place: file };
}
