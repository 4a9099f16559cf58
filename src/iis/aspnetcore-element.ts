import type { ConfigurationAttribute, ConfigurationElement, ConfigurationFile } from '../model/configuration-element.ts';
import { sectionElements } from './configuration-sections.ts';

/**
 * The `system.webServer/aspNetCore` element in force at the application's own path, or `undefined` when web.config has none.
 * The module asks for the section at the path of the application, so a `<location path="sub">` cannot set it
 * (dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/CommonLib/WebConfigConfigurationSource.cpp).
 * Where the file sets the section more than once, as it may directly and in a `<location path=".">`, the result is what IIS makes of it:
 * an attribute written later replaces an earlier one, child collections follow one another. Places are those of the last element.
 */
export function findAspNetCoreElement(webConfig: ConfigurationFile): ConfigurationElement | undefined {
  if (webConfig.state !== 'read') return undefined;
  const elements = sectionElements(webConfig.root, 'system.webServer/aspNetCore');
  const last = elements.at(-1);
  if (last === undefined || elements.length === 1) return last;
  const attributes = new Map<string, ConfigurationAttribute>();
  for (const attribute of elements.flatMap((element) => element.attributes)) attributes.set(attribute.name, attribute);
  return { ...last, attributes: [...attributes.values()], children: elements.flatMap(({ children }) => children) };
}
