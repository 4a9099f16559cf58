import type { BinaryImage } from './binary-image.ts';
import type { ConfigurationFile } from './configuration-element.ts';
/** One file of the artifact. `path` is relative to the application root, as written in the artifact, with `\` between folders. */
export interface ArtifactFile {
    readonly path: string;
    /** Bytes. */
    readonly size: number;
}
/**
 * A publish output as facts. Maps are keyed by `pathKey(path)` of `windows/paths.ts`: lower case, `\` between folders,
 * relative to the application root.
 */
export interface PublishArtifact {
    /** The artifact as the user named it. */
    readonly name: string;
    /** What reports and the configuration call it where one input holds several applications, such as `drop/shop`; absent: its name. */
    readonly label?: string;
    /** What was opened. */
    readonly shape: 'folder' | 'zip' | 'web-deploy-package' | 'nupkg';
    /** Folder inside the input that was checked as the application root; `''` when it is the input itself. */
    readonly root: string;
    /** Other places of the input that look like the root of an application, relative to the input. */
    readonly otherRoots: readonly string[];
    readonly files: ReadonlyMap<string, ArtifactFile>;
    /** Executable images that could take part in the start. A file in `files` without an entry here was not looked into. */
    readonly images: ReadonlyMap<string, BinaryImage>;
    /** Bytes of the small text files the start reads: `*.runtimeconfig.json`, `*.runtimeconfig.dev.json`, `*.deps.json`, `appsettings*.json`. */
    readonly contents: ReadonlyMap<string, Uint8Array>;
    readonly webConfig: ConfigurationFile;
    /** The user says that a later step of the deployment writes or transforms web.config. */
    readonly transformExpected?: true;
    /** Things about the input itself that the report must say (a nested root was taken, entries were skipped, …), in plain words. */
    readonly notes: readonly string[];
}
