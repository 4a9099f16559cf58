import type { CommandName } from './command.ts';

/** What `--help` prints: about one command, or about all. No line is longer than 80 columns. */
export function helpText(about: CommandName | undefined): string {
  return about === undefined ? overview : pages[about];
}

const overview = `iis-preflight: will this ASP.NET Core publish output start on that IIS server,
and if not, which error page will people see?

  iis-preflight check <artifact>... [--server FILE]...
                                            perform the start on paper
  iis-preflight explain <code or rule id>   what an error means and what to do
  iis-preflight collect                     on the server: print its manifest
  iis-preflight requirements <artifact>     what a server must have for it

  iis-preflight <command> --help
  iis-preflight --version

Exit codes: 0 nothing to report at the level of --fail-on, 1 something,
2 unusable input or usage, 3 a bug in the tool.
`;

const pages: Record<CommandName, string> = {
  check: `iis-preflight check <artifact>... [options]

Performs the start of each artifact on each server, on paper. Nothing in an
artifact is executed. Without --server, only what the artifact itself shows is
known.

An artifact is a publish folder, a ZIP, a Web Deploy package or a NuGet
package; drop.zip/shop names a folder inside one.

  --server FILE      a server manifest (JSON or YAML), an applicationHost.config
                     or an output of dotnet --info (.txt); may be given several
                     times
  --site NAME        the site the artifact goes to
  --app /PATH        the application of that site; / is its root
  --pool NAME        the application pool
  --config FILE      the configuration file. Default: iis-preflight.json, .yaml
                     or .yml of the working directory, if there is one
  --expect-transform a later step writes or transforms web.config: its absence,
                     %LAUNCHER_PATH% and xdt: are left open
  --format FORMAT    text (default), json, markdown, sarif or junit
  --output FILE      write the report to FILE instead of the standard output
  --fail-on LEVEL    when to exit with 1; each level includes those before it:
                       error         a start fails, or a finding is an error
                                     (default)
                       warning       or a finding is a warning
                       undetermined  or it cannot be told whether a start fails
                       never         always exit with 0
                     Findings that the configuration file accepts do not count;
                     notes never do.

Colour is used on a terminal only; NO_COLOR and FORCE_COLOR are respected.
`,
  explain: `iis-preflight explain <code or rule id>

Says what an error of a failed start means, who answers with it, and what to do.

  iis-preflight explain 500.31           a status, also as HTTP Error 500.31
  iis-preflight explain 0x800700c1       an HRESULT
  iis-preflight explain 0x80008096       an exit code of the .NET host
  iis-preflight explain 1018             an event id
  iis-preflight explain hostfxr-missing  a rule
  iis-preflight explain "ANCM In-Process Start Failure"
                                         the title of an error page
`,
  collect: `iis-preflight collect [--output FILE]

On the server itself, as an administrator: prints its manifest, which check
takes with --server. Reads what is installed and configured and changes nothing;
values of variables that may be secret are left out. Elsewhere it prints the
PowerShell script that does this, for servers without Node.

  --output FILE      write to FILE instead of the standard output
`,
  requirements: `iis-preflight requirements <artifact> [options]

Says what a server must have for this artifact to start: frameworks,
architecture, module, IIS sections.

  --format FORMAT    text (default), json or yaml; these two print a minimal
                     server manifest that meets the requirements
  --output FILE      write to FILE instead of the standard output
`,
};
