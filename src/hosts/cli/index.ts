#!/usr/bin/env node
import { processSurroundings } from './process-surroundings.ts';
import { run } from './run.ts';

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), processSurroundings());
