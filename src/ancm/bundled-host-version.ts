import { jsonMember, jsonValue } from '../model/json-value.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { parentPath, pathKey, withoutExtension } from '../windows/paths.ts';

const runtimePack = /^(?:runtimepack\.)?(?:Microsoft\.NETCore\.App\.Runtime|runtime)\.[\w.-]+\/(\d+\.\d+\.\d+[\w.+-]*)$/;

/** A JSON file of the artifact as a value, or `undefined` when it is absent or not JSON. Positions and dialects do not matter here. */
function jsonContent(artifact: PublishArtifact, path: string): unknown {
  const bytes = artifact.contents.get(pathKey(path));
  return bytes === undefined ? undefined : jsonOf(bytes);
}

const jsonOf = onceForEach((bytes: Uint8Array) => jsonValue(bytes));

function fromRuntimeConfig(config: unknown): string | undefined {
  const included = jsonMember(jsonMember(config, 'runtimeOptions'), 'includedFrameworks');
  if (!Array.isArray(included)) return undefined;
  const core: unknown = included.find((entry) => jsonMember(entry, 'name') === 'Microsoft.NETCore.App');
  const version = jsonMember(core, 'version');
  return typeof version === 'string' ? version : undefined;
}

function fromDeps(deps: unknown): string | undefined {
  const libraries = jsonMember(deps, 'libraries');
  if (typeof libraries !== 'object' || libraries === null) return undefined;
  const names = Object.keys(libraries);
  const pack =
    names.find((name) => name.startsWith('runtimepack.Microsoft.NETCore.App.')) ??
    names.find((name) => name.includes('Microsoft.NETCore.App/'));
  return pack === undefined ? undefined : (runtimePack.exec(pack)?.[1] ?? pack.split('/')[1]);
}

/** `8.0.2225.52707`, the file version of a host dll, names the channel in its first two parts. */
function fromFileVersion(artifact: PublishArtifact, folder: string): string | undefined {
  for (const name of ['hostfxr.dll', 'hostpolicy.dll', 'coreclr.dll']) {
    const image = artifact.images.get(pathKey(`${folder}\\${name}`));
    const match = image?.format === 'pe' ? /^(\d+)\.(\d+)\.(\d+)/.exec(image.fileVersion ?? '') : null;
    if (match?.[1] === undefined || match[2] === undefined) continue;
    // hostfxr's third part is the patch times 100 plus the build month (5.0 and later), or the build day (3.x); only the channel is safe.
    return `${match[1]}.${match[2]}.0`;
  }
  return undefined;
}

/**
 * The version of the host that a self-contained application brings: from `includedFrameworks` of its runtimeconfig.json, from the
 * runtime pack in its deps.json, or from the file version of its host dlls. `undefined` when none of them tells.
 */
export function bundledHostVersion(artifact: PublishArtifact, dll: string): string | undefined {
  const stem = withoutExtension(dll);
  return (
    fromRuntimeConfig(jsonContent(artifact, `${stem}.runtimeconfig.json`)) ??
    fromDeps(jsonContent(artifact, `${stem}.deps.json`)) ??
    fromFileVersion(artifact, parentPath(dll))
  );
}
