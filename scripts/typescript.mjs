// `node --import ./scripts/typescript.mjs scripts/….ts`: Node 24 reads TypeScript by itself, Node 20 with the hooks beside this file.
import { register } from 'node:module';

if (!process.features.typescript) register('./typescript-hooks.mjs', import.meta.url);
