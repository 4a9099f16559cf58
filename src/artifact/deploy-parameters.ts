import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { shownName } from './application-files.ts';

/**
 * An attribute of web.config that Web Deploy sets when the package is deployed: `parameters.xml` names it by an XPath, of which the last
 * step counts here.
 * Source: learn.microsoft.com/iis/publish/using-web-deploy/web-deploy-parameterization.
 */
export interface DeployParameter {
  readonly name: string;
  readonly element: string;
  readonly attribute: string;
  /** Attributes the element must have, from the predicates of the last step. */
  readonly predicates: readonly { readonly attribute: string; readonly value: string }[];
}

const mostParameters = 500;
const longestMatch = 2000;

/** The parameters of a Web Deploy package that change attributes of web.config. A file that cannot be read gives none. */
export function readDeployParameters(bytes: Uint8Array): readonly DeployParameter[] {
  const file = readConfigurationFile('parameters.xml', bytes);
  if (file.state !== 'read') return [];
  return file.root.children.slice(0, mostParameters).flatMap((parameter) => {
    const name = attributeOf(parameter, 'name') ?? '';
    return parameter.children.slice(0, mostParameters).flatMap((entry) => entryTarget(name, entry) ?? []);
  });
}

function entryTarget(name: string, entry: ConfigurationElement): DeployParameter | undefined {
  if (entry.name !== 'parameterEntry' || attributeOf(entry, 'kind')?.toLowerCase() !== 'xmlfile') return undefined;
  // The scope is a regular expression over paths; \\web\.config$ and its like are what is met.
  const scope = (attributeOf(entry, 'scope') ?? '').toLowerCase().replaceAll('\\', '');
  const match = attributeOf(entry, 'match') ?? '';
  if (!scope.includes('web.config') || match.length > longestMatch) return undefined;
  const steps = match.split('/').filter((step) => step !== '');
  const attribute = /^@([\w.-]+)$/.exec(steps.at(-1) ?? '')?.[1];
  const element = /^(?:[\w.-]+:)?([\w.-]+)/.exec(steps.at(-2) ?? '')?.[1];
  if (attribute === undefined || element === undefined) return undefined;
  const tests = (steps.at(-2) ?? '').matchAll(/@([\w.-]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g);
  const predicates = [...tests].map((test) => ({ attribute: test[1] ?? '', value: test[2] ?? test[3] ?? '' }));
  return { name, element, attribute, predicates };
}

function attributeOf(element: ConfigurationElement, name: string): string | undefined {
  return element.attributes.find((attribute) => attribute.name === name)?.value;
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
  const replace = (element: ConfigurationElement): ConfigurationElement => ({
    ...element,
    attributes: element.attributes.map((attribute) => {
      const parameter = parameters.find((candidate) => candidate.attribute === attribute.name && isTarget(element, candidate));
      if (parameter === undefined) return attribute;
      changed.add(`${element.name}/@${attribute.name}`);
      return { ...attribute, value: `#{${parameter.name.replace(/[{}]/g, '').slice(0, 100) || 'parameter'}}` };
    }),
    children: element.children.map(replace),
  });
  const root = replace(webConfig.root);
  if (changed.size === 0) return { webConfig, notes: [] };
  const note = `Parameters of the package set ${shownName([...changed].join(', '))} in web.config when it is deployed; their values are not known here.`;
  return { webConfig: { ...webConfig, root }, notes: [note] };
}

function isTarget(element: ConfigurationElement, { element: name, predicates }: DeployParameter): boolean {
  return element.name === name && predicates.every(({ attribute, value }) => attributeOf(element, attribute) === value);
}
