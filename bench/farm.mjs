// The most memory, in megabytes, of a process that checks one artifact against every manifest of a folder: node bench/farm.mjs ARTIFACT FOLDER
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../dist/library/index.js';

const [artifact, folder] = process.argv.slice(2);
await check({ artifacts: [artifact], servers: readdirSync(folder).map((name) => join(folder, name)) });
process.stdout.write(String(peak() / 1024));

/** Kilobytes. Where Linux tells its own figure, that: the other one is never below what the parent had when it started this process. */
function peak() {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
