import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey } from '../windows/paths.ts';
import { bundledHostVersion } from './bundled-host-version.ts';
import { fileBeside } from './file-beside.ts';

/** What starts an application with this entry dll: its own executable where it is self-contained, and `lost` where that is not there; else dotnet. */
export function startsThrough(
  artifact: PublishArtifact,
  dll: string,
): { readonly exe: string } | { readonly dotnet: true } | { readonly lost: true } {
  if (bundledHostVersion(artifact, dll) === undefined) return { dotnet: true };
  const exe = fileBeside(dll, '.exe');
  return artifact.files.has(pathKey(exe)) ? { exe } : { lost: true };
}
