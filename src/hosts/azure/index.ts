import { runOnAgent } from '../run-on-agent.ts';
import { stepSurroundings } from '../step-surroundings.ts';
import { azureAgent } from './azure-agent.ts';

const surroundings = stepSurroundings(process.env['AGENT_TEMPDIRECTORY']);
await runOnAgent(azureAgent(surroundings.temporary), surroundings);
