import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { ConfigurationAttribute, ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import type { FileTree } from '../model/file-tree.ts';
import { fileName } from '../windows/paths.ts';
import { shownName } from './application-files.ts';
import { leadsTo, parseXPath, type XPath } from './xpath.ts';

/**
 * Something that Web Deploy sets when a package is deployed, as `parameters.xml` of the package says: what an XPath finds in web.config,
 * or a text wherever it stands in a file.
 * Source: learn.microsoft.com/iis/publish/using-web-deploy/web-deploy-parameterization, …/parameterization-improvements-in-web-deploy-v3.
 */
export type DeployParameter =
  | { readonly kind: 'xml'; readonly name: string; readonly target: XPath }
  | { readonly kind: 'text'; readonly name: string; readonly scope: string; readonly text: string };

const mostParameters = 200;
const largestFile = 1024 * 1024;
const longestText = 200;

/** The parameters of a Web Deploy package, packed or not. */
export async function packageParameters(tree: FileTree): Promise<readonly DeployParameter[]> {
  const file = tree.files.find(({ path }) => path.toLowerCase() === 'parameters.xml');
  return file === undefined || file.size > largestFile ? [] : readDeployParameters(await tree.read(file.path));
}

/** The parameters that change files which the start reads. A file that cannot be read gives none. */
function readDeployParameters(bytes: Uint8Array): readonly DeployParameter[] {
  const file = readConfigurationFile('parameters.xml', bytes);
  if (file.state !== 'read') return [];
  return file.root.children
    .flatMap((parameter) => {
      const name = attributeOf(parameter, 'name') ?? '';
      return parameter.children.flatMap((entry) => deployParameter(name, entry) ?? []);
    })
    .slice(0, mostParameters);
}

function deployParameter(name: string, entry: ConfigurationElement): DeployParameter | undefined {
  if (entry.name.toLowerCase() !== 'parameterentry') return undefined;
  // Older versions of Web Deploy write `type`.
  const kind = (attributeOf(entry, 'kind') ?? attributeOf(entry, 'type') ?? '').toLowerCase();
  // The scope is a regular expression over paths; \\web\.config$ and its like are what is met.
  const scope = (attributeOf(entry, 'scope') ?? '').toLowerCase().replaceAll('\\', '');
  const match = attributeOf(entry, 'match') ?? '';
  if (kind === 'xmlfile' && isInScope('web.config', scope)) {
    const target = parseXPath(match);
    return target === undefined ? undefined : { kind: 'xml', name, target };
  }
  // Also a regular expression, of which only the texts among them are understood.
  const text = match.replace(/\\(.)/g, '$1');
  return kind === 'textfile' && text !== '' && text.length <= longestText ? { kind: 'text', name, scope, text } : undefined;
}

/** Whether a scope can mean a file of this name; one without a name means all files. */
function isInScope(file: string, scope: string): boolean {
  const parts = scope.replace(/^\^|\$$/g, '').split('.*');
  return scope.includes(file) || parts.every((part) => file.includes(part));
}

function attributeOf(element: ConfigurationElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name.toLowerCase() === name)?.value;
}

export interface ParameterizedConfiguration {
  readonly webConfig: ConfigurationFile;
  readonly notes: readonly string[];
}

/**
 * web.config with a placeholder in every attribute that the deployment will set, so that nothing is concluded from the value in the package.
 */
export function withDeployParameters(webConfig: ConfigurationFile, parameters: readonly DeployParameter[]): ParameterizedConfiguration {
  if (webConfig.state !== 'read' || parameters.length === 0) return { webConfig, notes: [] };
  const changed = new Set<string>();
  const replace = (
    element: ConfigurationElement,
    above: readonly ConfigurationElement[],
    whole?: DeployParameter,
  ): ConfigurationElement => {
    const path = [...above, element];
    const setters = whole === undefined ? parameters.filter((parameter) => setsIn(parameter, path)) : [whole];
    const here = setters.find((parameter) => parameter.kind === 'xml' && parameter.target.attribute === undefined);
    const attributes = element.attributes.map((attribute) => {
      const parameter = here ?? setters.find((setter) => setsAttribute(setter, attribute));
      if (parameter === undefined) return attribute;
      changed.add(`${element.name}/@${attribute.name}`);
      return { ...attribute, value: placeholder(parameter) };
    });
    return { ...element, attributes, children: element.children.map((child) => replace(child, path, here)) };
  };
  const root = replace(webConfig.root, []);
  if (changed.size === 0) return { webConfig, notes: [] };
  const note = `Parameters of the package set ${shownName([...changed].join(', '))} in web.config when it is deployed; their values are not known here.`;
  return { webConfig: { ...webConfig, root }, notes: [note] };
}

/** Whether the parameter can set something in the last of these elements. */
function setsIn(parameter: DeployParameter, path: readonly ConfigurationElement[]): boolean {
  return parameter.kind === 'text' ? isInScope('web.config', parameter.scope) : leadsTo(parameter.target, path);
}

function setsAttribute(parameter: DeployParameter, { name, value }: ConfigurationAttribute): boolean {
  if (parameter.kind === 'text') return value.includes(parameter.text);
  return parameter.target.attribute === name || parameter.target.attribute === '*';
}

const placeholder = ({ name }: DeployParameter): string => `#{${name.replace(/[{}]/g, '').slice(0, 100) || 'parameter'}}`;

/** The text files of the start with a placeholder wherever the deployment will set a text. `contents` by key, as in the artifact. */
export function withTextParameters(
  contents: ReadonlyMap<string, Uint8Array>,
  parameters: readonly DeployParameter[],
): ReadonlyMap<string, Uint8Array> {
  const texts = parameters.filter((parameter) => parameter.kind === 'text');
  if (texts.length === 0) return contents;
  return new Map(
    [...contents].map(([key, bytes]) => [
      key,
      replaceTexts(
        bytes,
        texts.filter(({ scope }) => isInScope(fileName(key), scope)),
      ),
    ]),
  );
}

function replaceTexts(bytes: Uint8Array, parameters: readonly (DeployParameter & { readonly kind: 'text' })[]): Uint8Array {
  // One character a byte, so that all other bytes stay what they are.
  const before = Buffer.from(bytes).toString('latin1');
  const after = parameters.reduce(
    (text, parameter) => text.replaceAll(inBytes(parameter.text), () => inBytes(placeholder(parameter))),
    before,
  );
  return after === before ? bytes : Buffer.from(after, 'latin1');
}

const inBytes = (text: string): string => Buffer.from(text).toString('latin1');
