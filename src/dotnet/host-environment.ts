/**
 * The environment variables that hostfxr and hostpolicy read; `dotnet.exe` does not read DOTNET_ROOT, only an apphost does.
 * Source: learn.microsoft.com/dotnet/core/tools/dotnet-environment-variables.
 */
export const hostEnvironmentVariables: readonly string[] = [
  'DOTNET_ROLL_FORWARD',
  'DOTNET_ROLL_FORWARD_ON_NO_CANDIDATE_FX',
  'DOTNET_ROLL_FORWARD_TO_PRERELEASE',
  'DOTNET_DISABLE_RUNTIME_VERSIONS',
  'DOTNET_MULTILEVEL_LOOKUP',
  'DOTNET_ADDITIONAL_DEPS',
  'DOTNET_SHARED_STORE',
  'DOTNET_STARTUP_HOOKS',
  'DOTNET_RUNTIME_ID',
];

/** C `atoi`: leading blanks, a sign, digits; what follows is ignored, and no digits make 0. */
export function atoi(text: string): number {
  return Number(/^\s*([+-]?\d{1,15})/.exec(text)?.[1] ?? 0);
}
