import { Writable } from 'node:stream';
import * as task from 'azure-pipelines-task-lib/task.js';
import type { BuildAgent } from '../build-agent.ts';
import { type Input, type InputName, inputs, type OutputName, outputs } from '../inputs.ts';
import { writeResultInFolder } from '../write-file.ts';

const taskNames: ReadonlyMap<string, string> = new Map([...inputs, ...outputs].map(({ name, taskName }) => [name, taskName]));

/** The task's own name of an input or output. */
const taskName = (name: InputName | OutputName): string => taskNames.get(name) ?? name;

const all: readonly (Input & { readonly name: InputName })[] = inputs;
const secrets: ReadonlySet<InputName> = new Set(all.filter(({ secret }) => secret === true).map(({ name }) => name));

const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });

/** The text of an input. The SDK writes every input that it reads into the log. */
function inputText(name: InputName): string {
  if (secrets.has(name)) task.setStdStream(nowhere);
  try {
    return (task.getInput(taskName(name)) ?? '').trim();
  } finally {
    task.setStdStream(process.stdout);
  }
}

const results = {
  succeeded: task.TaskResult.Succeeded,
  warned: task.TaskResult.SucceededWithIssues,
  failed: task.TaskResult.Failed,
} as const;

/**
 * An agent of Azure Pipelines. The SDK escapes what it puts into commands. `temporary`: where the summary is written; the agent takes it
 * later, so no other step may write there.
 */
export function azureAgent(temporary: string): BuildAgent {
  return {
    input: inputText,
    inputName: taskName,
    annotate({ severity, title, message, rule, file, line, column }) {
      // Azure has no notices; the log has the text of every finding.
      if (severity === 'notice') return;
      const place = {
        ...(file === undefined ? {} : { sourcepath: file }),
        ...(line === undefined ? {} : { linenumber: line }),
        ...(column === undefined ? {} : { columnnumber: column }),
      };
      const code = rule === undefined ? {} : { code: rule };
      // With a place the agent prints `file(line,column): error code: message`.
      const text = file !== undefined && title === rule ? message : `${title}: ${message}`;
      task.command('task.logissue', { type: severity, ...place, ...code }, text);
    },
    print: (text) => void process.stdout.write(text),
    setOutput: (name, value) => task.setVariable(taskName(name), value, false, true),
    async showSummary(markdown) {
      try {
        const path = `${temporary}/iis-preflight.md`;
        writeResultInFolder(path, markdown);
        task.uploadSummary(path);
        return { shown: true };
      } catch (error) {
        return { shown: false, why: error instanceof Error ? error.message : String(error) };
      }
    },
    finish: (result, message) => task.setResult(results[result], message),
  };
}
