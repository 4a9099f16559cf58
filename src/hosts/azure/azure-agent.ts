import { writeFileSync } from 'node:fs';
import * as task from 'azure-pipelines-task-lib/task.js';
import type { BuildAgent } from '../build-agent.ts';
import { inputs, outputs } from '../inputs.ts';

const taskNames: ReadonlyMap<string, string> = new Map([...inputs, ...outputs].map(({ name, taskName }) => [name, taskName]));

const results = {
  succeeded: task.TaskResult.Succeeded,
  warned: task.TaskResult.SucceededWithIssues,
  failed: task.TaskResult.Failed,
} as const;

/** An agent of Azure Pipelines. The SDK escapes what it puts into commands. `temporary`: where the summary is written for the agent to take. */
export function azureAgent(temporary: string): BuildAgent {
  return {
    input: (name) => (task.getInput(taskNames.get(name) ?? name) ?? '').trim(),
    annotate({ severity, title, message, file, line, column }) {
      // Azure has no notices; the log has the text of every finding.
      if (severity === 'notice') return;
      const place = {
        ...(file === undefined ? {} : { sourcepath: file }),
        ...(line === undefined ? {} : { linenumber: line }),
        ...(column === undefined ? {} : { columnnumber: column }),
      };
      task.command('task.logissue', { type: severity, ...place }, `${title}: ${message}`);
    },
    print: (text) => void process.stdout.write(text),
    setOutput: (name, value) => task.setVariable(taskNames.get(name) ?? name, value, false, true),
    async showSummary(markdown) {
      try {
        const path = `${temporary}/iis-preflight.md`;
        writeFileSync(path, markdown);
        task.uploadSummary(path);
        return { shown: true };
      } catch (error) {
        return { shown: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    finish: (result, message) => task.setResult(results[result], message),
  };
}
