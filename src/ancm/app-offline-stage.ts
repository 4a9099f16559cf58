import { defineStage } from '../model/stage.ts';

/**
 * app_offline.htm is looked for before the module reads its own section, so it hides everything behind it.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/PollingAppOfflineApplication.cpp, AppOfflineHandler.cpp.
 */
export const appOfflineStage = defineStage({
  name: 'app-offline',
  checks: 'no app_offline.htm at the application root',
  needs: ['module'],
  perform: (facts) => {
    const file = facts.artifact.files.get('app_offline.htm');
    if (file === undefined) return { outcome: 'passed', because: 'There is no app_offline.htm at the application root.' };
    return {
      outcome: 'failed',
      failure: {
        rule: 'app-offline-present',
        severity: 'error',
        certainty: 'certain',
        status: '503',
        title: 'Service Unavailable',
        message: `${file.path} is part of the artifact, so every request is answered with its content and the application never starts.`,
        evidence: [`${file.path} (${file.size} bytes) lies at the application root.`],
        remedies: [
          {
            side: 'app',
            text: `Take ${file.path} out of the published files; it belongs on the server only while files are being copied.`,
          },
          { side: 'server', text: 'Delete the file after the deployment.', snippet: `del app_offline.htm` },
        ],
        place: { in: 'artifact', file: file.path },
      },
    };
  },
});
