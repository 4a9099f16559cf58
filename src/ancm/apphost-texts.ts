import type { Architecture } from '../model/architecture.ts';
import { parentPath } from '../windows/paths.ts';

/**
 * What an apphost writes when it cannot get at hostfxr, in the words of its major version; absent: a current one.
 * Versions of 6.0 changed to the later words in servicing. Source: dotnet/runtime:src/native/corehost/{fxr_resolver,corehost}.cpp.
 */
interface ApphostText {
  readonly apphostMajor?: number;
}

/** No dotnet root was found. `exe`: its full path. */
export function runtimeNotFoundText({ apphostMajor }: ApphostText, exe: string, architecture: Architecture): string {
  if ((apphostMajor ?? 10) < 6) {
    return [
      'A fatal error occurred. The required library hostfxr.dll could not be found.',
      `If this is a self-contained application, that library should exist in [${parentPath(exe)}\\].`,
    ].join('\n');
  }
  return [
    'You must install .NET to run this application.',
    '',
    `App: ${exe}`,
    `Architecture: ${architecture}`,
    '.NET location: Not found',
  ].join('\n');
}

/** The dotnet root has no usable hostfxr. `version`: of the highest folder, which lacks the dll; absent: there is no version folder. */
export function hostfxrMissingText({ apphostMajor }: ApphostText, root: string, version: string | undefined): string {
  const folder = `${root}\\host\\fxr`;
  const [error, fatal] =
    (apphostMajor ?? 10) < 8 ? ['A fatal error occurred, the folder ', 'A fatal error occurred, the'] : ['Error: ', 'Error: the'];
  return version === undefined
    ? `${error}[${folder}] does not contain any version-numbered child folders`
    : `${fatal} required library hostfxr.dll could not be found in [${folder}\\${version}]`;
}

/** hostfxr.dll is there and of another architecture. */
export function hostfxrNotLoadableText(text: ApphostText | undefined, file: string): string {
  return `${(text?.apphostMajor ?? 10) < 10 ? 'Failed to load the dll from' : 'Failed to load'} [${file}], HRESULT: 0x800700C1`;
}
