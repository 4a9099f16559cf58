import type { ConfigurationFile } from '../model/configuration-element.ts';
import { decodeConfiguration } from './configuration-encoding.ts';
import { deployTimeToken } from './deploy-time-token.ts';
import { readElements } from './xml-elements.ts';

/**
 * Reads web.config or applicationHost.config into elements with their places.
 * `bytes` undefined: there is no such file. `path` is what messages call it.
 * What a Windows XML parser refuses is `malformed`, with the place and the reason; nothing is repaired, no entity outside XML's own five
 * is expanded, and time and memory grow with the size of the file only.
 */
export function readConfigurationFile(path: string, bytes: Uint8Array | undefined): ConfigurationFile {
  if (bytes === undefined) return { state: 'absent' };
  const decoded = decodeConfiguration(bytes);
  if ('problem' in decoded) return { state: 'malformed', path, message: decoded.problem, ...endOf(decoded.textBefore) };
  const elements = readElements(decoded.text);
  if ('problem' in elements) {
    const { problem, line, column } = elements;
    const token = deployTimeToken(decoded.text.split(/\r\n|\n|\r/)[line - 1] ?? '');
    return { state: 'malformed', path, message: problem, line, column, ...(token === undefined ? {} : { token }) };
  }
  return { state: 'read', path, ...elements };
}

function endOf(text: string): { readonly line: number; readonly column: number } {
  const lines = text.split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
