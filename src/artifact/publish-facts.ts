import { readConfigurationFile } from '../iis/configuration-file.ts';
import type { ConfigurationFile } from '../model/configuration-element.ts';
import type { FileTree, RandomAccessFile } from '../model/file-tree.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { pathKey } from '../windows/paths.ts';
import { type ApplicationFiles, applicationFiles } from './application-files.ts';
import { findApplicationRoots } from './application-roots.ts';
import { type DeployParameter, withDeployParameters, withTextParameters } from './deploy-parameters.ts';
import { namedEntryPoints, withBoundElsewhere } from './entry-points.ts';
import type { ChooseRoot } from './package-shape.ts';
import { readPromisedImages } from './promised-images.ts';
import { withSectionFiles } from './section-files.ts';
import { readStartContents } from './start-contents.ts';
import { readStartImages } from './start-images.ts';

/** What was opened, and how to tell which folder of it counts as the application root. */
export interface OpenedArtifact {
  readonly tree: FileTree;
  readonly shape: PublishArtifact['shape'];
  readonly chooseRoot: ChooseRoot;
  /** Opens a file of a package by itself; `undefined` for one that is too large. Absent: the files lie on the disk. */
  readonly openFile?: (path: string) => Promise<RandomAccessFile | undefined>;
  /** What the deployment will change in the files; absent where the shape knows no such thing. */
  readonly parameters?: readonly DeployParameter[];
  readonly notes: readonly string[];
}

/** The same input with another folder as the application root. */
export function atRoot(opened: OpenedArtifact, root: string): OpenedArtifact {
  return { ...opened, chooseRoot: () => ({ root, notes: [] }) };
}

/** IIS reads 250 KB unless told otherwise; far more is no configuration. */
const largestWebConfig = 4 * 1024 * 1024;

/** Reads an opened input into facts. Oddities of the files are data; only a failing disk or package is an `InputError`. */
export async function readPublishFacts({ tree, shape, chooseRoot, parameters = [], notes }: OpenedArtifact): Promise<PublishArtifact> {
  const whole = applicationFiles(tree, '');
  const roots = await findApplicationRoots(whole);
  const { root, notes: rootNotes } = chooseRoot(whole.files, roots);
  const application = root === '' ? whole : applicationFiles(tree, root);
  const { webConfig, notes: parameterNotes } = withDeployParameters(await readWebConfig(application), parameters);
  const { startImages, entryPoints } = await readEntryPoints(application, webConfig);
  const { contents: stored, notes: contentNotes } = await readStartContents(application, entryPoints);
  const contents = withTextParameters(stored, parameters);
  const images = new Map([...startImages, ...(await readPromisedImages(application, contents, startImages, shape))]);
  return {
    name: tree.name,
    shape,
    root,
    otherRoots: roots.filter((other) => pathKey(other) !== pathKey(root)),
    files: application.files,
    images,
    contents,
    webConfig,
    notes: [...notes, ...rootNotes, ...parameterNotes, ...application.notes, ...contentNotes],
  };
}

async function readEntryPoints(application: ApplicationFiles, webConfig: ConfigurationFile) {
  const named = namedEntryPoints(webConfig, application.files);
  const images = await readStartImages(application, named);
  const entryPoints = withBoundElsewhere(named, images, application.files);
  return { entryPoints, startImages: entryPoints === named ? images : await readStartImages(application, entryPoints, images) };
}

async function readWebConfig(application: ApplicationFiles): Promise<ConfigurationFile> {
  const { files, read } = application;
  const file = files.get('web.config');
  if (file === undefined) return { state: 'absent' };
  if (file.size > largestWebConfig) {
    return { state: 'malformed', path: file.path, message: `the file is ${file.size} bytes long, more than IIS reads`, line: 1, column: 1 };
  }
  return withSectionFiles(readConfigurationFile(file.path, await read('web.config')), application);
}
