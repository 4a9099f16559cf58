import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
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

/** The same while this process goes on, which can then be the server that the bundle talks to. */
export async function runNodeMeanwhile(node: NodeUnderTest, argv: readonly string[], start: BundleStart): Promise<BundleRun> {
  const child = spawn(node.path, argv, { ...surroundings(start), timeout: 60_000 });
  const [stdout, stderr, exitCode] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject)),
  ]);
  return { exitCode, stdout, stderr };
}

/** The folder, and all that the process gets of the environment. */
function surroundings({ environment = {}, directory = root }: BundleStart): { readonly cwd: string; readonly env: Record<string, string> } {
  const { PATH = '', HOME = '', SystemRoot } = process.env;
  return { cwd: directory, env: { PATH, HOME, ...(SystemRoot === undefined ? {} : { SystemRoot }), ...environment } };
}

export function runNode(node: NodeUnderTest, argv: readonly string[], start: BundleStart): BundleRun {
  const { output } = start;
  const file = output === undefined ? undefined : openSync(output, 'w');
  const { status, stdout, stderr, error } = spawnSync(node.path, argv, {
    ...surroundings(start),
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['pipe', file ?? 'pipe', 'pipe'],
  });
  if (file !== undefined) closeSync(file);
  if (error !== undefined) throw error;
  return { exitCode: status, stdout: stdout ?? '', stderr };
}
