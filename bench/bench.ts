// npm run build && npm run bench: every measurement, one after the other, so that none disturbs another.
await import('./artifact.ts');
await import('./command-line.ts');
await import('./action-start.ts');
await import('./servers.ts');
