/** Product version of the binary that reads the variables; `patch` absent: nobody said, a serviced one is taken. */
export interface ProductVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch?: number;
}

/**
 * Whether this module lets variables of the worker process win over web.config: ANCM_LAUNCHER_PATH and ANCM_LAUNCHER_ARGS over the
 * attributes, and with ANCM_PREFER_ENVIRONMENT_VARIABLES any over the variable of the same name. From 5.0 on, and in the servicing of
 * 3.1 from 3.1.4 on.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp, …/RequestHandlerLib/environmentvariablehelpers.h.
 */
export function honoursWorkerVariables({ major, minor, patch }: ProductVersion): boolean {
  return major >= 5 || (major === 3 && minor >= 1 && (patch ?? 4) >= 4);
}

/** `3.1.32` in parts; `undefined` where it is not known. */
export function productVersion(version: string | undefined): ProductVersion | undefined {
  const parts = /^(\d{1,5})\.(\d{1,5})(?:\.(\d{1,5}))?/.exec(version ?? '');
  if (parts === null) return undefined;
  return { major: Number(parts[1]), minor: Number(parts[2]), ...(parts[3] === undefined ? {} : { patch: Number(parts[3]) }) };
}
