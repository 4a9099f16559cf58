import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { attributeValue } from './attribute-value.ts';

/** Variables whose values a report may show: the ones the module and the .NET host read. */
const shownVariable = /^(?:DOTNET_|ASPNETCORE_|ANCM_|COREHOST_|COMPlus_|PATH$)/i;

/** An argument such as `--Password=x`, `/apikey:x` or `ConnectionStrings:Default=x` whose value is nobody's business. */
const secretArgument =
  /(?:password|passwd|pwd|secret|token|apikey|api-key|accountkey|connectionstring[\w:]*)["']?\s*[=:\s]\s*("[^"]{1,2000}"|'[^']{1,2000}'|[^\s"';]{1,2000})/gi;

function fromArguments(text: string): string[] {
  return [...text.matchAll(secretArgument)].map((match) => (match[1] ?? '').replace(/^["']|["']$/g, ''));
}

function secretsIn(element: ConfigurationElement): string[] {
  const own =
    element.name === 'environmentVariable' && !shownVariable.test(attributeValue(element, 'name') ?? '')
      ? [attributeValue(element, 'value') ?? '']
      : [];
  const fromPools = element.name === 'add' ? ['connectionString', 'password'].map((name) => attributeValue(element, name) ?? '') : [];
  return [...own, ...fromPools, ...fromArguments(attributeValue(element, 'arguments') ?? ''), ...element.children.flatMap(secretsIn)];
}

/** Values of a web.config that no output may show: of environment variables other than the host's own, of secret-looking arguments, passwords. */
export function configurationSecrets(file: ConfigurationFile): ReadonlySet<string> {
  return new Set(file.state === 'read' ? secretsIn(file.root).filter((value) => value !== '') : []);
}
