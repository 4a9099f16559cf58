import { findAspNetCoreElement } from '../iis/aspnetcore-element.ts';
import { isContentElsewhere } from '../iis/configuration-sections.ts';
import { deployTimeToken } from '../iis/deploy-time-token.ts';
import type { AspNetCoreSection } from '../model/aspnetcore-section.ts';
import type { ConfigurationElement, TextPosition } from '../model/configuration-element.ts';
import { defineStage, type StageOutcome } from '../model/stage.ts';
import type { StartFacts } from '../model/start-facts.ts';
import { hresults } from '../model/startup-failure.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import { type SchemaViolation, schemaViolations } from './aspnetcore-schema-violations.ts';
import { readAspNetCoreSection } from './aspnetcore-section.ts';
import { duplicateVariable } from './duplicate-variable.ts';
import { sectionUnreadableText } from './event-log.ts';
import { mergedSection, notDescribed } from './merged-section.ts';
import { type SectionProblem, sectionFailure } from './section-failure.ts';
import { invalidShutdownDelay } from './shutdown-delay.ts';

const mostOthers = 5;

/** The module names none of them; all are to be mended at once. */
function otherViolations(others: readonly SchemaViolation[]): readonly string[] {
  const more = others.length - mostOthers;
  return [
    ...others.slice(0, mostOthers).map(({ line, column, problem }) => `Also line ${line}, column ${column}: ${problem}.`),
    ...(more > 0 ? [`${more} more violation${more === 1 ? '' : 's'} in the same section.`] : []),
  ];
}

function schemaProblem(violation: SchemaViolation, others: readonly SchemaViolation[]): SectionProblem {
  return {
    rule: 'aspnetcore-section-invalid',
    message: `The module cannot read the aspNetCore section of web.config: ${violation.problem}.`,
    evidence: [
      `web.config line ${violation.line}, column ${violation.column}: ${violation.problem}; expected ${violation.expected}.`,
      ...otherViolations(others),
    ],
    remedy: `Correct line ${violation.line} of web.config: expected ${violation.expected}.`,
    eventText: sectionUnreadableText,
    position: violation,
  };
}

function requiredAttribute(element: ConfigurationElement, name: string, snippet: string): SectionProblem {
  const position = element.attributes.find((attribute) => attribute.name === name) ?? element;
  return {
    rule: 'required-attribute-empty',
    message: `The attribute ${name} of the aspNetCore element is empty or missing, and the module requires it.`,
    evidence: [`web.config line ${position.line}: ${name} has no value.`],
    remedy: `Give ${name} a value.`,
    snippet,
    eventText: `Attribute '${name}' is required.`,
    position,
  };
}

/** V1 gives the same name twice to a collection that refuses it (aspnet/IISIntegration#791, dotnet/aspnetcore#2822). */
function duplicateForV1(section: AspNetCoreSection): SectionProblem | undefined {
  const duplicate = duplicateVariable(section);
  if (duplicate === undefined) return undefined;
  return {
    rule: 'environment-variable-duplicate',
    message: `web.config defines the environment variable ${duplicate.name} twice, and version 1 of the module refuses that.`,
    evidence: [`web.config line ${duplicate.line}: ${duplicate.name} again (names ignore case).`],
    remedy: 'Define it once.',
    eventText: '',
    position: duplicate,
    v1Hresult: hresults.ERROR_ALREADY_EXISTS,
  };
}

/**
 * Names that the schema of an early version 1 does not have: hostingModel came with 2.1.0, handlerSettings with 2.1.2.
 * Source: aspnet/AspNetCoreModule:src/AspNetCore/aspnetcore_schema.xml.
 */
function unknownToV1(element: ConfigurationElement, { major, minor, patch }: ModuleGeneration): SchemaViolation | undefined {
  const before = (otherMinor: number, otherPatch: number) =>
    major < 2 || minor < otherMinor || (minor === otherMinor && (patch ?? otherPatch) < otherPatch);
  const attribute = before(1, 0) ? element.attributes.find(({ name }) => name === 'hostingModel') : undefined;
  const expected = `a web.config for ASP.NET Core ${major}.${minor}`;
  if (attribute !== undefined) return { ...attribute, problem: `the attribute ${attribute.name} is unknown to this version 1`, expected };
  const child = before(1, 2) ? element.children.find(({ name }) => name === 'handlerSettings') : undefined;
  return child && { ...child, problem: `the element ${child.name} is unknown to this version 1`, expected };
}

function unknownHostingModel(value: string, position: TextPosition): SectionProblem {
  return {
    rule: 'hosting-model-unknown',
    message: `hostingModel="${value}" is not a hosting model; blanks around the word count.`,
    evidence: [`web.config line ${position.line}: hostingModel="${value}"; the module knows inprocess and outofprocess, in any case.`],
    remedy: 'Write hostingModel="inprocess" or hostingModel="outofprocess".',
    snippet: '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />',
    eventText: `Unknown hosting model '${value}'. Please specify either hostingModel="inprocess" or hostingModel="outofprocess" in the web.config file.`,
    position,
  };
}

/** The first thing the module would refuse, in the order of the ShimOptions constructor. */
function firstProblem(
  element: ConfigurationElement,
  violations: readonly SchemaViolation[],
  module: ModuleGeneration,
): SectionProblem | undefined {
  const [violation, ...others] = violations;
  if (violation !== undefined) return schemaProblem(violation, others);
  const section = readAspNetCoreSection(element);
  const model = section.hostingModel;
  // Version 1 checks no value (aspnet/AspNetCoreModule:src/AspNetCore/Src/aspnetcoreconfig.cxx).
  if (module.module === 'AspNetCoreModule') {
    const unknown = unknownToV1(element, module);
    return unknown === undefined ? duplicateForV1(section) : schemaProblem(unknown, []);
  }
  if (model !== undefined && !/^(?:inprocess|outofprocess)?$/i.test(model) && deployTimeToken(model) === undefined) {
    return unknownHostingModel(model, section.attributePositions.get('hostingModel') ?? element);
  }
  if (section.processPath === '') return requiredAttribute(element, 'processPath', 'processPath="dotnet" arguments=".\\App.dll"');
  if (section.stdoutLogFile === '') return requiredAttribute(element, 'stdoutLogFile', 'stdoutLogFile=".\\logs\\stdout"');
  return undefined;
}

/** Whether a section could come from above web.config: from an application that hands its settings down, or from applicationHost.config. */
function inheritedSection({ target }: StartFacts): 'yes' | 'perhaps' | 'no' {
  const { parents, current } = target;
  const handedDown = parents?.some(({ inheritInChildApplications }) => inheritInChildApplications === true) ?? false;
  const located = current?.locationSection?.attributes.some(({ name }) => name === 'processPath') ?? false;
  if (handedDown || located) return 'yes';
  return parents?.every(({ inheritInChildApplications }) => inheritInChildApplications === false) === true ? 'no' : 'perhaps';
}

/** web.config has no aspNetCore element: the module finds no processPath, unless the section comes from above. */
function withoutElement(facts: StartFacts, module: ModuleGeneration): StageOutcome {
  if (facts.artifact.transformExpected === true) return laterTransformed('no aspNetCore section');
  const inherited = inheritedSection(facts);
  if (inherited === 'yes') {
    const because = 'web.config has no aspNetCore section; the application has the one from above it, which is not described.';
    return { outcome: 'unknown', because, missingFacts: [] };
  }
  const problem = requiredAttribute(emptyElement, 'processPath', 'processPath="dotnet" arguments=".\\App.dll"');
  const failure = sectionFailure(facts, module, {
    ...problem,
    message: 'web.config has no aspNetCore section, so the module does not know what to start.',
    evidence: ['web.config: a handler leads to the module, and there is no <aspNetCore> beside it.'],
    remedy: 'Add the section the Web SDK writes to <system.webServer>.',
    snippet: '<aspNetCore processPath="dotnet" arguments=".\\App.dll" hostingModel="inprocess" />',
    certainty: inherited === 'no' ? 'certain' : 'likely',
  });
  return { outcome: 'failed', failure, workedOut: { aspNetCore: readAspNetCoreSection(emptyElement) } };
}

const emptyElement: ConfigurationElement = { name: 'aspNetCore', line: 1, column: 1, attributes: [], children: [] };

export const aspNetCoreSectionStage = defineStage({
  name: 'aspnetcore-section',
  checks: 'the aspNetCore section of web.config against its schema',
  needs: ['module', 'workerEnvironment'],
  perform: (facts, { module, workerEnvironment }): StageOutcome => {
    const own = findAspNetCoreElement(facts.artifact.webConfig);
    if (own === undefined) return withoutElement(facts, module);
    if (isContentElsewhere(own))
      return {
        outcome: 'unknown',
        because: 'The aspNetCore section stands in another file, which was not read, or is encrypted.',
        missingFacts: [],
      };
    const above = facts.target.current?.locationSection;
    const [elsewhere] = above === undefined ? [] : notDescribed(own, above);
    if (elsewhere !== undefined) return saidAbove(elsewhere);
    const element = above === undefined ? own : mergedSection(own, above);
    const all = schemaViolations(own);
    const transform = facts.artifact.transformExpected === true ? transformedLater(element, all) : undefined;
    if (transform !== undefined) return transform;
    const violations = all.filter(({ problem }) => deployTimeToken(problem) === undefined);
    const problem = firstProblem(element, violations, module);
    const section = readAspNetCoreSection(element);
    if (problem !== undefined)
      return { outcome: 'failed', failure: sectionFailure(facts, module, problem), workedOut: { aspNetCore: section } };
    if (all.length > 0) return waitsForToken(deployTimeToken(all[0]?.problem ?? '') ?? '');
    const token = [section.processPath, section.arguments, section.hostingModel ?? '']
      .map(deployTimeToken)
      .find((text) => text !== undefined);
    if (token !== undefined) return waitsForToken(token);
    const delay = invalidShutdownDelay(facts, module, section, workerEnvironment);
    if (delay !== undefined) return delay;
    return { outcome: 'passed', because: 'The aspNetCore section obeys its schema.', workedOut: { aspNetCore: section } };
  },
});

/** What the transformation of a publish replaces: its own attributes, and the launcher's placeholders. */
function transformedLater(element: ConfigurationElement, violations: readonly SchemaViolation[]): StageOutcome | undefined {
  const { processPath, arguments: given } = readAspNetCoreSection(element);
  const written = [...violations.map(({ problem }) => problem), processPath, given].find((text) =>
    /xdt:|%LAUNCHER_(?:PATH|ARGS)%/i.test(text),
  );
  return written === undefined ? undefined : laterTransformed(written);
}

function laterTransformed(now: string): StageOutcome {
  return { outcome: 'unknown', because: `web.config is transformed later, as the user says; now it has ${now}.`, missingFacts: [] };
}

/** The command line may hold secrets, so that what applicationHost.config says of it is not among the facts. */
function saidAbove(attribute: string): StageOutcome {
  const because = `${attribute} is not in web.config; applicationHost.config sets it for this application, and what it says is not kept.`;
  return { outcome: 'unknown', because, missingFacts: [] };
}

function waitsForToken(token: string): StageOutcome {
  return {
    outcome: 'unknown',
    because: `web.config still holds the placeholder ${token}, which a deployment step replaces later; what it becomes is not known.`,
    missingFacts: [],
  };
}
