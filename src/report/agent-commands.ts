import { withHiddenSpelled } from './visible-text.ts';

/**
 * Build agents read commands from what a job prints: GitHub's runner takes `::name::` at the start of a line and `##[name]` anywhere,
 * Azure's agent `##vso[…]` anywhere (actions/runner:src/Runner.Common/ActionCommand.cs,
 * microsoft/azure-pipelines-agent:src/Agent.Sdk/… Command.cs). A text from an artifact must not reach them as one.
 */

/** `#` before `#[` or `#vso[`, wherever it stands; agents ignore the case. */
const hashCommand = /##(?=\[|vso\[)/gi;

/**
 * Plain text and Markdown: the command is broken up by a space. Colour escapes before it do not hide it. Blanks are those of one line: with line
 * ends among them, each of many empty lines would be looked through to the last.
 */
export function withoutAgentCommands(text: string): string {
  return (
    text
      .replace(hashCommand, '# #')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colour escapes
      .replace(/^((?:[^\S\r\n\u2028\u2029]|\u001b\[[0-9;]*m)*):(?=:)/gm, '$1: ')
  );
}

/** JSON text: the same value, with escapes for commands and for what a terminal or a reader would not show. `::` never starts a line of it. */
export function jsonWithoutAgentCommands(json: string): string {
  const escaped = (character: string): string =>
    [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
  return withHiddenSpelled(json.replace(hashCommand, '\\u0023\\u0023'), escaped);
}

/** XML text and attribute values: the same value, with character references. */
export function xmlWithoutAgentCommands(xml: string): string {
  const reference = (character: string): string => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;
  return withHiddenSpelled(xml.replace(hashCommand, '&#35;&#35;').replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1&#58;'), reference);
}
