// The most memory, in megabytes, of a process that checks one artifact against every manifest of a folder: node bench/farm.mjs ARTIFACT FOLDER
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../dist/library/index.js';

const [artifact, folder] = process.argv.slice(2);
await check({ artifacts: [artifact], servers: readdirSync(folder).map((name) => join(folder, name)) });
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
