import type { Remedy } from '../model/finding.ts';
import { publishAgain } from '../model/remedies.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import { argumentsSnippet } from './arguments-snippet.ts';
import { entryDllGuess } from './entry-dll-guess.ts';

/** Where `arguments` leads to no application: to name its dll, unless that is named already and only the file is not there. */
export function entryDllRemedies(facts: StartFacts, named: string, text: string): readonly Remedy[] {
  const dll = entryDllGuess(facts);
  const name: Remedy = { side: 'app', text, snippet: argumentsSnippet(dll) };
  if (dll === undefined || facts.artifact.files.has(pathKey(dll))) return [name];
  const publish: Remedy = { ...publishAgain, text: `Publish again and deploy the whole output; ${dll} belongs to it.` };
  return fileName(named).toLowerCase() === dll.toLowerCase() ? [publish] : [publish, name];
}
