import type { Document } from './document.ts';
import { readJsonDocument } from './json-document.ts';

/**
 * What reads a file as a document: JSON or YAML by the extension; a file without a telling one is JSON when it starts like JSON.
 * The YAML reader is large, so it is loaded on demand, within the same bundle.
 */
export async function documentReader(path: string, text: string): Promise<(text: string) => Document> {
  const isYaml = /\.ya?ml$/i.test(path) || (!/\.json[c5]?$/i.test(path) && !/^\s*(?:[{[]|\/[/*])/.test(text));
  if (!isYaml) return readJsonDocument;
  const { readYamlDocument } = await import(/* webpackMode: "eager" */ './yaml-document.ts');
  return readYamlDocument;
}
