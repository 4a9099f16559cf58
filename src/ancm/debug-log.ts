/**
 * The words of a debug level that the module knows. They are separated by commas; a blank before a word makes the module pass it over, and
 * without a word nothing is written, whatever file is named.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/debugutil.cpp.
 */
export function debugLevelWords(level: string): readonly string[] {
  return level.split(',').flatMap((word) => /^(?:error|warning|info|trace|console|file|eventlog)/i.exec(word)?.[0].toLowerCase() ?? []);
}
