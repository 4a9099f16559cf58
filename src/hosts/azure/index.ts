import { stepName } from '../pull-request-summary.ts';
import { type Publish, runOnAgent } from '../run-on-agent.ts';
import { stepSurroundings } from '../step-surroundings.ts';
import { azureAgent } from './azure-agent.ts';
import { pullRequestOf, stepOf } from './pull-request.ts';
import { keepThreads } from './pull-request-threads.ts';
import { threadsApi } from './threads-api.ts';

const surroundings = stepSurroundings(process.env['AGENT_TEMPDIRECTORY']);
const agent = azureAgent(surroundings.temporary);

/** Without a token nothing is asked of Azure DevOps; outside a pull request of Azure Repos there is nothing to comment on. */
const publish: Publish = async (published) => {
  const token = agent.input('token');
  const pullRequest = token === '' ? undefined : pullRequestOf(process.env);
  if (pullRequest === undefined) return undefined;
  const { directory } = surroundings;
  const folders = { directory, repository: pullRequest.root ?? directory };
  return keepThreads(threadsApi(pullRequest, token, fetch), stepName(stepOf(process.env)), published, folders);
};

await runOnAgent(agent, surroundings, publish);
