import type { Architecture } from './architecture.ts';
import type { Remedy } from './finding.ts';

/** Restarts IIS, so that it and its worker processes see what was installed. For a command prompt. */
export const restartIis = 'net stop was /y\nnet start w3svc';

/** For a publish output that is not whole, or mixed with another. */
export const publishAgain: Remedy = { side: 'app', text: 'Publish again and deploy the whole output into an empty folder.' };

/** The same for one architecture. */
export const publishAgainFor = (architecture: Architecture): Remedy => ({
  ...publishAgain,
  snippet: `dotnet publish -c Release -r win-${architecture} --self-contained`,
});

export const publishSelfContained = (architecture: Architecture): Remedy => ({
  side: 'app',
  text: 'Publish self-contained, so that the server needs no runtime.',
  snippet: `dotnet publish -c Release -r win-${architecture} --self-contained`,
});
