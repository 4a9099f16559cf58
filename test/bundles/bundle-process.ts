import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { type NodeUnderTest, root } from './nodes.ts';

export interface BundleRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BundleStart {
  readonly arguments?: readonly string[];
  /** All that the process gets besides PATH and HOME. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** A file that takes the standard output. */
  readonly output?: string;
}

/** Runs a committed bundle in a process of its own, with nothing of the environment of the tests. */
export function runBundle(node: NodeUnderTest, bundle: 'cli' | 'github' | 'azure', start: BundleStart = {}): BundleRun {
  return runNode(node, [`${root}dist/${bundle}/index.js`, ...(start.arguments ?? [])], start);
}

export function runNode(node: NodeUnderTest, argv: readonly string[], start: BundleStart): BundleRun {
  const { environment = {}, directory = root, output } = start;
  const { PATH = '', HOME = '', SystemRoot } = process.env;
  const file = output === undefined ? undefined : openSync(output, 'w');
  const { status, stdout, stderr, error } = spawnSync(node.path, argv, {
    cwd: directory,
    env: { PATH, HOME, ...(SystemRoot === undefined ? {} : { SystemRoot }), ...environment },
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
  });
  if (file !== undefined) closeSync(file);
  if (error !== undefined) throw error;
  return { exitCode: status, stdout: stdout ?? '', stderr };
}
