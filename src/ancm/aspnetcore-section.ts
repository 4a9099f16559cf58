import { attributeValue, isTrue } from '../iis/attribute-value.ts';
import type { AspNetCoreSection, NamedValue } from '../model/aspnetcore-section.ts';
import type { ConfigurationElement } from '../model/configuration-element.ts';
import { defaults } from './aspnetcore-schema.ts';

/** The entries of a child collection in order; `clear` drops those before it. */
function namedValues(element: ConfigurationElement, collectionName: string): readonly NamedValue[] {
  let values: NamedValue[] = [];
  for (const collection of element.children.filter(({ name }) => name === collectionName)) {
    for (const child of collection.children) {
      if (child.name === 'clear') values = [];
      else
        values.push({
          name: attributeValue(child, 'name') ?? '',
          value: attributeValue(child, 'value') ?? '',
          line: child.line,
          column: child.column,
          ...(child.line === element.line && child.column === element.column ? { fromServer: true as const } : {}),
        });
    }
  }
  return values;
}

/** The section with its defaults filled in. The element is taken to obey the schema; a value that does not becomes its default. */
export function readAspNetCoreSection(element: ConfigurationElement): AspNetCoreSection {
  const startupTimeLimit = attributeValue(element, 'startupTimeLimit');
  const hostingModel = attributeValue(element, 'hostingModel');
  return {
    line: element.line,
    column: element.column,
    processPath: attributeValue(element, 'processPath') ?? '',
    arguments: attributeValue(element, 'arguments') ?? '',
    ...(hostingModel === undefined ? {} : { hostingModel }),
    startupTimeLimit:
      startupTimeLimit !== undefined && /^\d{1,10}$/.test(startupTimeLimit) ? Number(startupTimeLimit) : defaults.startupTimeLimit,
    stdoutLogEnabled: isTrue(attributeValue(element, 'stdoutLogEnabled')),
    stdoutLogFile: attributeValue(element, 'stdoutLogFile') ?? defaults.stdoutLogFile,
    disableStartUpErrorPage: isTrue(attributeValue(element, 'disableStartUpErrorPage')),
    environmentVariables: namedValues(element, 'environmentVariables'),
    handlerSettings: namedValues(element, 'handlerSettings'),
    attributePositions: new Map(element.attributes.map(({ name, line, column }) => [name, { line, column }])),
  };
}

/** A handler setting by name; names ignore case and the first one wins (find_element in dotnet/aspnetcore:…/CommonLib/ConfigurationSource.h). */
export function handlerSetting(section: AspNetCoreSection, name: string): NamedValue | undefined {
  return section.handlerSettings.find((setting) => setting.name.toLowerCase() === name.toLowerCase());
}

/** A web.config environment variable by name; names ignore case and the last one wins. */
export function environmentVariable(section: AspNetCoreSection, name: string): NamedValue | undefined {
  return section.environmentVariables.findLast((variable) => variable.name.toLowerCase() === name.toLowerCase());
}
