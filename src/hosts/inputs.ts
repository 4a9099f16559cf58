/** One input of the Action and of the task. */
export interface Input {
  /** On the Action, and in messages. */
  readonly name: string;
  /** On the task; Azure wants camel case without hyphens. */
  readonly taskName: string;
  readonly label: string;
  readonly help: string;
  readonly required?: true;
  /** Several values, one on each line. */
  readonly lines?: true;
  readonly boolean?: true;
  readonly options?: readonly string[];
  /** Its value must not reach the log, not even the debug log that the SDK of a host writes by itself. */
  readonly secret?: true;
}

/** The one list of inputs; action.yml and task.json are held equal to it by a test. */
export const inputs = [
  {
    name: 'path',
    taskName: 'path',
    label: 'Publish output',
    help: 'Publish output to check: a folder, a ZIP, a Web Deploy package or a NuGet package. Several: one on each line.',
    required: true,
    lines: true,
  },
  {
    name: 'server',
    taskName: 'server',
    label: 'Server description',
    help: 'Description of the target server: a manifest (JSON or YAML), an applicationHost.config, or an output of dotnet --info. Several: one on each line. Without one, only what the artifact alone decides is checked.',
    lines: true,
  },
  {
    name: 'site',
    taskName: 'site',
    label: 'Site',
    help: 'IIS site the artifact goes to, as named in the server description. Needed when it has several.',
  },
  {
    name: 'application',
    taskName: 'application',
    label: 'Application path',
    help: 'Path of the application in the site, such as / or /api. Needed when the site has several.',
  },
  { name: 'app-pool', taskName: 'appPool', label: 'Application pool', help: 'Application pool, when the description does not tell it.' },
  {
    name: 'config',
    taskName: 'config',
    label: 'Configuration file',
    help: 'Configuration file with accepted findings, targets and the level. Default: iis-preflight.json or .yaml in the working directory, if there is one.',
  },
  {
    name: 'expect-transform',
    taskName: 'expectTransform',
    label: 'web.config is transformed later',
    help: 'A later step of the deployment writes or transforms web.config; what it may change is then not judged.',
    boolean: true,
  },
  {
    name: 'fail-on',
    taskName: 'failOn',
    label: 'Fail on',
    help: 'What fails the step: error, warning, undetermined or never. Default: what the configuration file says, or error.',
    options: ['error', 'warning', 'undetermined', 'never'],
  },
  {
    name: 'report',
    taskName: 'report',
    label: 'JSON report',
    help: 'File for the JSON report. Default: a file in the temporary folder of the job; the output report-path names it.',
  },
  {
    name: 'sarif',
    taskName: 'sarif',
    label: 'SARIF report',
    help: 'File for a SARIF report, for code scanning. Default: none is written.',
  },
  {
    name: 'token',
    taskName: 'token',
    label: 'Token',
    help: 'Token that may comment on the pull request: github.token with pull-requests: write, or $(System.AccessToken) on Azure. With it, the findings are also kept there. Default: no comments.',
    secret: true,
  },
] as const satisfies readonly Input[];

export type InputName = (typeof inputs)[number]['name'];

/** What later steps can read. */
export const outputs = [
  { name: 'outcome', taskName: 'outcome', help: 'starts, fails or undetermined: the worst of all starts' },
  {
    name: 'status',
    taskName: 'status',
    help: 'The status people would see, such as 500.31: that of the first start that fails; empty when none does',
  },
  { name: 'report-path', taskName: 'reportPath', help: 'The JSON report' },
  { name: 'findings', taskName: 'findings', help: 'Number of findings that count: errors and warnings that are not accepted' },
] as const;

export type OutputName = (typeof outputs)[number]['name'];
