import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { ConfigurationFile, TextPosition } from '../model/configuration-element.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import type { TargetServer } from '../model/target-server.ts';
import { checkoutKey, folderOf, pathInCheckout } from './checkout-path.ts';
import type { PublishCommand } from './publish-command.ts';
import { type PublishedFacts, readPublishedFacts } from './published-facts.ts';
import { publishesProject } from './publishes-project.ts';
import { producingProject, type SourceProject } from './source-project.ts';
import type { SourceTree } from './source-tree.ts';

/** Everything that is needed to find the committed lines behind the findings of one start. */
export interface SourceContext {
  readonly tree: SourceTree;
  readonly artifact: PublishArtifact;
  readonly published: PublishedFacts;
  /** The project that made the artifact; absent where none or several could have. */
  readonly project?: SourceProject;
  /** The commands of pipelines that may have published it. */
  readonly publishCommands: readonly PublishCommand[];
  /** The project's own web.config. */
  readonly webConfig: ConfigurationFile;
  /** Its transforms, such as web.Release.config. */
  readonly webConfigTransforms: readonly ConfigurationFile[];
  /** The server manifest, where it lies in the checkout. */
  readonly manifest?: { readonly file: string; readonly positions: ReadonlyMap<string, TextPosition> };
}

/** Prepares the search for one artifact. It holds for every server the artifact goes to. */
export function sourceContext(tree: SourceTree, artifact: PublishArtifact): SourceContext {
  const published = readPublishedFacts(artifact);
  const artifactFolder = pathInCheckout(artifact.name, tree.root, tree.workingDirectory);
  const exceptBelow = artifactFolder === undefined ? [] : [checkoutKey(artifactFolder)];
  const project = published.assemblyName === undefined ? undefined : producingProject(tree, published.assemblyName, exceptBelow);
  return {
    tree,
    artifact,
    published,
    ...(project === undefined ? {} : { project }),
    publishCommands: project === undefined ? [] : publishesProject(tree, project),
    ...webConfigs(tree, project),
  };
}

/** The same search with the manifest of one server, where that lies in the checkout. */
export function withManifest(context: SourceContext, { manifest }: TargetServer): SourceContext {
  const { root, workingDirectory, files } = context.tree;
  const file = files.get(checkoutKey(pathInCheckout(manifest.file, root, workingDirectory) ?? ''));
  return file === undefined ? context : { ...context, manifest: { file, positions: manifest.positions } };
}

function webConfigs(tree: SourceTree, project: SourceProject | undefined): Pick<SourceContext, 'webConfig' | 'webConfigTransforms'> {
  const files = [...tree.contents].flatMap(([key, bytes]) => {
    const path = tree.files.get(key);
    const beside = project !== undefined && path !== undefined && folderOf(path) === project.folder;
    return beside && /(?:^|\/)web\.(?:.+\.)?config$/.test(key) ? [{ key, file: readConfigurationFile(path, bytes) }] : [];
  });
  const isWebConfig = (key: string): boolean => /(?:^|\/)web\.config$/.test(key);
  return {
    webConfig: files.find(({ key }) => isWebConfig(key))?.file ?? { state: 'absent' },
    webConfigTransforms: files.filter(({ key }) => !isWebConfig(key)).map(({ file }) => file),
  };
}
