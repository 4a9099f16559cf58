import type { StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { pathKey } from '../windows/paths.ts';
import { fileBeside } from './file-beside.ts';

/** A JSON file that the .NET host reads for the dll is there, and was too large to be read here: that is not the same as no file. */
export function waitsForUnreadFile({ artifact }: StartFacts, dll: string): StageOutcome | undefined {
  const keys = ['.runtimeconfig.json', '.runtimeconfig.dev.json', '.deps.json'].map((suffix) => pathKey(fileBeside(dll, suffix)));
  const unread = keys.find((key) => artifact.files.has(key) && !artifact.contents.has(key));
  if (unread === undefined) return undefined;
  const because = `${artifact.files.get(unread)?.path} is too large to be read here, and the .NET host decides by what it says.`;
  return { outcome: 'unknown', because, missingFacts: [] };
}
