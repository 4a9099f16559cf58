import type { FailOn } from '../../model/configuration.ts';
import type { ReportFormat } from '../../report/render.ts';

export const requirementFormats = ['text', 'json', 'yaml'] as const;

/** What the command line asks for. */
export type Command = CheckCommand | ExplainCommand | CollectCommand | RequirementsCommand | HelpCommand | VersionCommand;

export interface CheckCommand {
  readonly command: 'check';
  /** Folders or packages; at least one. */
  readonly artifacts: readonly string[];
  /** Manifest files; empty where none is given. */
  readonly servers: readonly string[];
  readonly site?: string;
  readonly application?: string;
  readonly appPool?: string;
  readonly config?: string;
  /** A later step of the deployment writes or transforms web.config. */
  readonly expectTransform?: boolean;
  readonly format: ReportFormat;
  /** A file instead of the standard output. */
  readonly output?: string;
  /** Absent: what the configuration file says, or `error`. */
  readonly failOn?: FailOn;
}

export interface ExplainCommand {
  readonly command: 'explain';
  readonly query: string;
}

export interface CollectCommand {
  readonly command: 'collect';
  readonly output?: string;
}

export interface RequirementsCommand {
  readonly command: 'requirements';
  readonly artifact: string;
  readonly format: (typeof requirementFormats)[number];
  readonly output?: string;
}

export interface HelpCommand {
  readonly command: 'help';
  /** The command it is about; absent: all of them. */
  readonly about?: CommandName;
}

export interface VersionCommand {
  readonly command: 'version';
}

export const commandNames = ['check', 'explain', 'collect', 'requirements'] as const;

export type CommandName = (typeof commandNames)[number];
