import type { Finding } from '../model/finding.ts';
import type { Location } from '../model/report.ts';
import { checkoutKey, checkoutPath } from './checkout-path.ts';
import { type Agreement, decidingSetting } from './deciding-setting.ts';
import { manifestPosition } from './manifest-position.ts';
import type { PublishedFacts } from './published-facts.ts';
import { type CommittedLine, sameName } from './setting.ts';
import { equals, isTargetFramework } from './setting-agreements.ts';
import type { SourceContext } from './source-context.ts';
import { isWebProject } from './source-project.ts';
import { decodeText } from './source-tree.ts';
import { samePlace } from './web-config-place.ts';

/** One way to find the committed line behind a finding; `undefined` where this way leads to none, or to more than one. */
export type Anchor = (finding: Finding, context: SourceContext) => Location | undefined;

/** The line that set a property to what the artifact was published with. */
export function setting(name: string, agreement: (published: PublishedFacts) => Agreement | undefined): Anchor {
  return (_, context) => {
    const agrees = agreement(context.published);
    return agrees === undefined ? undefined : decidingSetting(context, name, agrees);
  };
}

/** The line that set a property to a fixed value. */
export const settingIs = (name: string, value: string): Anchor => setting(name, () => equals(value));

/** The line that set a property, whatever the value. */
export const settingGiven = (name: string): Anchor => setting(name, () => () => true);

/** Where a pipeline says which of the target frameworks it publishes. */
export const frameworkSwitch: Anchor = (_, { publishCommands, published }) => {
  const agrees = isTargetFramework(published);
  return only(
    publishCommands.flatMap(({ framework }) => (framework !== undefined && agrees?.(framework.value) === true ? [framework] : [])),
  );
};

/** Where the pipeline publishes without building. */
export const noBuildSwitch: Anchor = (_, { publishCommands }) => only(publishCommands.flatMap(({ noBuild }) => noBuild ?? []));

/** The item of the project whose name the finding mentions, such as a package or another project. */
export function mentionedItem(...types: readonly string[]): Anchor {
  return (finding, { project }) => {
    const words = wordsOf(finding);
    const files = project === undefined ? [] : [...project.own, ...project.before, ...project.after];
    const items = files.flatMap(({ items: all }) => all).filter(({ type }) => types.includes(type));
    return only(items.filter(({ include }) => words.has(itemName(include).toLowerCase())));
  };
}

/** `../Data/Data.csproj` is Data; `Data, Version=1.0.0.0` is Data. */
const itemName = (include: string): string => (include.split(',')[0] ?? '').replace(/^.*[\\/]/, '').replace(/\.(?:cs|fs|vb)proj$/i, '');

/** An anchor that counts only when the finding mentions a name. */
export const whenMentioned =
  (name: string, anchor: Anchor): Anchor =>
  (finding, context) =>
    wordsOf(finding).has(name.toLowerCase()) ? anchor(finding, context) : undefined;

/** Whether the cure is another major version of .NET, because the server has no newer release of the one that was published. */
function wantsAnotherMajor({ remedies }: Finding, { published }: SourceContext): boolean {
  const target = remedies.flatMap(({ snippet }) => /<TargetFramework>net(?:coreapp)?(\d+)/.exec(snippet ?? '')?.[1] ?? [])[0];
  const own = /^net(?:coreapp)?(\d+)/i.exec(published.targetFramework ?? '')?.[1];
  return target !== undefined && own !== undefined && target !== own;
}

/** An anchor for a framework whose major version the server lacks. */
export const whenMajorMissing =
  (anchor: Anchor): Anchor =>
  (finding, context) =>
    wantsAnotherMajor(finding, context) ? anchor(finding, context) : undefined;

/** An anchor for a framework that the server lacks for any other reason. */
export const unlessMajorMissing =
  (anchor: Anchor): Anchor =>
  (finding, context) =>
    wantsAnotherMajor(finding, context) ? undefined : anchor(finding, context);

function wordsOf({ message, evidence }: Finding): ReadonlySet<string> {
  const words = [message, ...evidence]
    .join('\n')
    .toLowerCase()
    .split(/[^\w.-]/);
  return new Set(words.map((word) => (word.endsWith('.') ? word.slice(0, -1) : word)));
}

/** The SDK of a project that is not a web project. */
export const otherSdk: Anchor = (_, { project }) => (project === undefined || isWebProject(project) ? undefined : only(project.file.sdks));

/** The element or attribute of the project's own web.config that the artifact's came from; else the only transform that writes it. */
export const ownWebConfig: Anchor = (finding, { artifact, webConfig, webConfigTransforms }) => {
  const { place } = finding;
  if (place?.in !== 'artifact' || !isWebConfig(place.file)) return undefined;
  if (artifact.webConfig.state === 'malformed' && webConfig.state === 'malformed') {
    if (artifact.webConfig.message !== webConfig.message) return undefined;
    return { file: webConfig.path, line: webConfig.line, column: webConfig.column };
  }
  const own = samePlace(artifact.webConfig, place, webConfig);
  return own === undefined || own === 'absent'
    ? only(webConfigTransforms.flatMap((file) => found(samePlace(artifact.webConfig, place, file))))
    : own;
};

const found = (place: Location | 'absent' | undefined): Location[] => (place === undefined || place === 'absent' ? [] : [place]);

const isWebConfig = (file: string): boolean => sameName(file, 'web.config');

/** The SDK that chose the hosting model, where nobody else did. */
export const defaultHostingModel: Anchor = ({ place }, { project, artifact, published, webConfig }) => {
  if (project === undefined || !isWebProject(project) || place?.in !== 'artifact' || !isWebConfig(place.file)) return undefined;
  if (published.hostingModel === undefined) return undefined;
  const generated = webConfig.state === 'absent' || samePlace(artifact.webConfig, place, webConfig) === 'absent';
  return generated ? only(project.file.sdks) : undefined;
};

/** The committed file that publishing copied, with the line where the text is still the same. */
export const copiedFile: Anchor = ({ place }, { tree, project, artifact }) => {
  if (project === undefined || place?.in !== 'artifact' || isWebConfig(place.file)) return undefined;
  const path = checkoutPath(project.folder, place.file);
  const file = path === undefined ? undefined : tree.files.get(checkoutKey(path));
  if (file === undefined) return undefined;
  const committed = tree.contents.get(checkoutKey(file));
  const published = artifact.contents.get(place.file.replaceAll('/', '\\').toLowerCase());
  const same = committed !== undefined && published !== undefined && sameText(committed, published);
  if (!same || place.line === undefined) return { file };
  return { file, line: place.line, ...(place.column === undefined ? {} : { column: place.column }) };
};

const sameText = (left: Uint8Array, right: Uint8Array): boolean =>
  decodeText(left).replaceAll('\r\n', '\n') === decodeText(right).replaceAll('\r\n', '\n');

/** The line of the server manifest that states the fact. */
export const manifestLine: Anchor = ({ place }, { manifest }) => {
  const position = place?.in === 'server' && manifest !== undefined ? manifestPosition(manifest.positions, place.fact) : undefined;
  return position && manifest && { file: manifest.file, line: position.line, column: position.column };
};

function only(lines: readonly (CommittedLine | Location)[]): Location | undefined {
  const [first, ...rest] = lines;
  if (first === undefined || rest.length > 0) return undefined;
  const { file, line, column } = first;
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
