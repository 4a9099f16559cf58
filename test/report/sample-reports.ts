import type { Report, ReportedFinding, StartReport, TraceEntry } from '../../src/model/report.ts';
import type { StageName } from '../../src/model/stage.ts';

/** Hand-written reports, as `check` would give them. Tests change what they are about. */

export function stage(name: StageName, outcome: TraceEntry['outcome'], because: string, missingFacts: readonly string[] = []): TraceEntry {
  return { stage: name, outcome, because, missingFacts };
}

const beforeFrameworks: readonly TraceEntry[] = [
  stage('application-pool', 'passed', 'The pool shop is started.'),
  stage('worker-process', 'passed', 'The worker process is x64.'),
  stage('module-image', 'passed', 'aspnetcorev2.dll 18.0.24201.8 is there for x64.'),
  stage('configuration', 'passed', 'web.config is well-formed and uses sections the server knows.'),
  stage('handler-mapping', 'passed', 'The handler aspNetCore reaches AspNetCoreModuleV2.'),
  stage('module-enabled', 'passed', 'The module is not switched off.'),
  stage('app-offline', 'passed', 'There is no app_offline.htm.'),
  stage('aspnetcore-section', 'passed', 'The section is valid.'),
  stage('hosting-model', 'passed', 'In-process; no other application shares the pool.'),
  stage('process-path', 'passed', 'processPath is dotnet.'),
  stage('locate-dotnet', 'passed', 'C:\\Program Files\\dotnet\\dotnet.exe is first on the PATH.'),
  stage('locate-hostfxr', 'passed', 'hostfxr 6.0.36 is the newest of this root.'),
  stage('load-hostfxr', 'passed', 'hostfxr.dll is x64, as the worker process.'),
  stage('application-arguments', 'passed', 'The arguments name Shop.dll.'),
];

export const frameworkMissing: ReportedFinding = {
  rule: 'shared-framework-missing',
  severity: 'error',
  certainty: 'certain',
  status: '500.31',
  message: 'Shop asks for Microsoft.AspNetCore.App 8.0.0, and the x64 dotnet root of web01 has no version that it may roll forward to.',
  evidence: [
    'Shop.runtimeconfig.json asks for Microsoft.AspNetCore.App 8.0.0',
    'C:\\Program Files\\dotnet (x64) has Microsoft.AspNetCore.App 6.0.36',
    'The roll-forward policy is Minor, from Shop.runtimeconfig.json',
  ],
  location: { file: 'src/Shop/Shop.csproj', line: 4, column: 5 },
  remedies: [
    { side: 'server', text: 'Install the .NET 8 Hosting Bundle.', snippet: 'dotnet-hosting-8.0.11-win.exe /install /quiet' },
    { side: 'app', text: 'Publish self-contained for x64.', snippet: 'dotnet publish -c Release -r win-x64 --self-contained' },
  ],
};

export const stdoutLogOn: ReportedFinding = {
  rule: 'startup-time-limit-zero',
  severity: 'warning',
  certainty: 'likely',
  message: 'startupTimeLimit is 0, which does not mean “no limit”.',
  evidence: ['startupTimeLimit="0"'],
  location: { file: 'publish/web.config', line: 7, column: 9 },
  remedies: [{ side: 'app', text: 'Remove the attribute.' }],
  hiddenBehind: 0,
};

export const failing: StartReport = {
  artifact: 'publish',
  server: 'web01',
  site: 'Default Web Site',
  application: '/shop',
  appPool: 'shop',
  prediction: {
    outcome: 'fails',
    certainty: 'certain',
    status: '500.31',
    title: 'Failed to load ASP.NET Core runtime',
    hresult: '0x8000ffff',
    stage: 'framework-resolution',
    finding: 0,
    event: {
      source: 'IIS AspNetCore Module V2',
      id: 1027,
      message:
        "Could not find 'aspnetcorev2_inprocess.dll'. Exception message:\nYou must install or update .NET to run this application.\n\nArchitecture: x64\nFramework: 'Microsoft.AspNetCore.App', version '8.0.0' (x64)\n.NET location: C:\\Program Files\\dotnet\n\nThe following frameworks were found:\n  6.0.36 at [C:\\Program Files\\dotnet\\shared\\Microsoft.AspNetCore.App]",
    },
    furtherEvents: [
      { source: 'IIS AspNetCore Module V2', id: 1027, message: 'Unable to locate application dependencies.' },
      {
        source: 'IIS AspNetCore Module V2',
        id: 1010,
        message: "Failed to start application '/LM/W3SVC/1/ROOT/shop', ErrorCode '0x8000ffff'.",
      },
    ],
    missingFacts: [],
  },
  resolved: { hostingModel: 'inprocess', architecture: 'x64', dotnetRoot: 'C:\\Program Files\\dotnet', hostfxr: '6.0.36' },
  trace: [
    ...beforeFrameworks,
    stage('framework-resolution', 'failed', 'Microsoft.AspNetCore.App 8.0.0 cannot be resolved.'),
    stage('request-handler', 'unknown', 'No framework folder to look in.'),
  ],
  findings: [frameworkMissing, stdoutLogOn],
};

export const healthy: StartReport = {
  artifact: 'publish',
  server: 'web02',
  site: 'Default Web Site',
  application: '/shop',
  appPool: 'shop',
  prediction: { outcome: 'starts', certainty: 'certain', missingFacts: [] },
  resolved: {
    hostingModel: 'inprocess',
    architecture: 'x64',
    frameworks: { 'Microsoft.NETCore.App': '8.0.11', 'Microsoft.AspNetCore.App': '8.0.11' },
  },
  trace: [
    ...beforeFrameworks,
    stage('framework-resolution', 'passed', 'Microsoft.AspNetCore.App 8.0.11'),
    stage('application-start', 'passed', 'Nothing stands in the way.'),
  ],
  findings: [],
};

export const undetermined: StartReport = {
  artifact: 'publish',
  prediction: { outcome: 'undetermined', certainty: 'certain', missingFacts: ['dotnet', 'iis.appPools[].enable32BitAppOnWin64'] },
  resolved: { hostingModel: 'inprocess' },
  trace: [
    stage('worker-process', 'unknown', 'Nobody said whether the pool is 32-bit.', ['iis.appPools[].enable32BitAppOnWin64']),
    stage('aspnetcore-section', 'passed', 'The section is valid.'),
    stage('locate-dotnet', 'unknown', 'Nobody said what is installed.', ['dotnet']),
  ],
  findings: [],
};

export function reportOf(...starts: readonly StartReport[]): Report {
  return {
    reportVersion: 1,
    tool: { name: 'iis-preflight', version: '0.1.0', dataDate: '2026-09-01' },
    starts,
    coverage: {
      checked: ['web.config against the server', 'the frameworks the application asks for', 'the architecture of the worker process'],
      notCheckable: ["the application's own exceptions", 'file permissions', 'whether services were restarted'],
      wouldSettle: starts.includes(undetermined) ? [{ fact: 'dotnet', findings: 1 }] : [],
    },
  };
}

/** Texts that try to leave their place: escapes, line breaks, agents' commands, markup of every format. */
export const hostile =
  '\u001b[31mred\u001b[0m\n::error file=a::b\r\n##vso[task.setvariable variable=a]b ##[add-mask]x ]]> | `code` <img src=x onerror=alert(1)> @team #12 [a](https://evil.example) ![b](c) **bold** \u202egnp\u0000\u009b <!-- --> & "q" \'q\'';

/** A start in which every free text is hostile. */
export function hostileStart(): StartReport {
  return {
    ...failing,
    artifact: hostile,
    server: hostile,
    site: hostile,
    application: hostile,
    appPool: hostile,
    prediction: { ...failing.prediction, title: hostile, event: { source: hostile, id: 1027, message: hostile } },
    trace: [stage('framework-resolution', 'failed', hostile, [hostile])],
    findings: [
      {
        ...frameworkMissing,
        message: hostile,
        evidence: [hostile],
        location: { file: hostile, line: 1 },
        remedies: [{ side: 'app', text: hostile, snippet: hostile }],
      },
      { ...stdoutLogOn, message: hostile, location: { file: hostile }, suppressed: { reason: hostile } },
    ],
  };
}
