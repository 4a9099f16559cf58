import { defineStage } from '../model/stage.ts';
import { moduleDisabledEvent } from './event-log.ts';

/**
 * The registry switch DisableANCM: the module loads but takes no requests, so it sends no page either.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/dllmain.cpp `RegisterModule`; the sub-status is not asserted by its tests.
 */
export const moduleEnabledStage = defineStage({
  name: 'module-enabled',
  checks: 'the module is not switched off',
  needs: ['module'],
  perform: (facts, { module }) => {
    const installed = facts.server?.aspNetCoreModule;
    if (module.module === 'AspNetCoreModule') return { outcome: 'not-applicable', because: 'Version 1 of the module has no such switch.' };
    // The switch is rare, so a manifest that says nothing about it means that it is off.
    if (installed?.installed !== true || installed.disabled !== true) {
      return { outcome: 'passed', because: 'Nothing says that the module is switched off.' };
    }
    return {
      outcome: 'failed',
      failure: {
        rule: 'module-disabled',
        severity: 'error',
        certainty: 'likely',
        status: '500.0',
        event: moduleDisabledEvent(module),
        message:
          'The ASP.NET Core Module is switched off on this server by the registry value DisableANCM, so no application of it can start.',
        evidence: ['aspNetCoreModule.disabled is true in the server manifest.'],
        remedies: [
          {
            side: 'server',
            text: 'Remove the value and recycle the pool.',
            snippet: 'reg delete "HKLM\\SOFTWARE\\Microsoft\\IIS Extensions\\IIS AspNetCore Module V2\\Parameters" /v DisableANCM /f',
          },
        ],
        place: { in: 'server', fact: 'aspNetCoreModule.disabled' },
      },
    };
  },
});
