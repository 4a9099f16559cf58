import { wordsOf } from '../pull-request-summary.ts';
import { type Publish, runOnAgent } from '../run-on-agent.ts';
import { stepSurroundings } from '../step-surroundings.ts';
import { githubContext } from './comments-api.ts';
import { githubAgent } from './github-agent.ts';
import { commentMarker, keepComment } from './pull-request-comment.ts';
import { workflowFile } from './workflow-file.ts';

const marker = commentMarker([process.env['GITHUB_WORKFLOW'], process.env['GITHUB_JOB'], process.env['GITHUB_ACTION']]);

/** Without a token nothing is asked of GitHub; outside a pull request there is nothing to comment on. */
const publish: Publish = async (published) => {
  const token = githubAgent.input('token');
  if (token === '') return undefined;
  try {
    const found = await githubContext(token);
    return found === undefined ? undefined : await keepComment(found.api, found.pullRequest, marker, published);
  } catch (error) {
    return `The pull request could not be found out: ${wordsOf(error)}`;
  }
};

const pipeline = workflowFile(process.env['GITHUB_WORKFLOW_REF'], process.env['GITHUB_REPOSITORY']);
const surroundings = stepSurroundings(process.env['RUNNER_TEMP']);

await runOnAgent(githubAgent, pipeline === undefined ? surroundings : { ...surroundings, pipeline }, publish);
