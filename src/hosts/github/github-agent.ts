import * as core from '@actions/core';
import type { BuildAgent } from '../build-agent.ts';

const annotate = { error: core.error, warning: core.warning, notice: core.notice } as const;

/** A runner of GitHub Actions. The SDK escapes what it puts into commands. */
export const githubAgent: BuildAgent = {
  input: (name) => core.getInput(name).trim(),
  inputName: (name) => name,
  annotate: ({ severity, title, message, file, line, column }) =>
    annotate[severity](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
      ...(column === undefined ? {} : { startColumn: column }),
    }),
  print: (text) => void process.stdout.write(text),
  setOutput: (name, value) => core.setOutput(name, value),
  async showSummary(markdown) {
    try {
      await core.summary.addRaw(markdown).write();
      return { shown: true };
    } catch (error) {
      return { shown: false, why: error instanceof Error ? error.message : String(error) };
    }
  },
  finish(result, message) {
    if (result === 'failed') core.setFailed(message);
    else core.info(message);
  },
};
