import { onceForEach } from '../model/once-for-each.ts';
import { pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';
import { type AdvisedApplication, advisedApplication } from './advised-application.ts';

interface Version {
  /** Where it says so, for people. */
  readonly from: string;
  /** Such as `8.0`. */
  readonly version: string;
}

/** `net8.0`, `net8.0-windows` or `netcoreapp3.1` in runtimeconfig.json. */
function ofRuntimeConfig({ stem, artifact: { contents } }: AdvisedApplication): readonly Version[] {
  const bytes = contents.get(pathKey(`${stem}.runtimeconfig.json`));
  const version = bytes && /"tfm"\s*:\s*"net(?:coreapp)?(\d{1,3}\.\d{1,3})(?:-\w+)?"/.exec(new TextDecoder().decode(bytes))?.[1];
  return version === undefined ? [] : [{ from: `${stem}.runtimeconfig.json`, version }];
}

function ofDeps({ stem, promised }: AdvisedApplication): readonly Version[] {
  const version = /^\.NETCoreApp,Version=v(\d{1,3}\.\d{1,3})/.exec(promised?.target ?? '')?.[1];
  return version === undefined ? [] : [{ from: `${stem}.deps.json`, version }];
}

/** System.Runtime has the version of .NET since 5.0; before, versions of several releases were the same. */
function ofAssembly({ dll, image }: AdvisedApplication): readonly Version[] {
  const reference = image?.assembly?.references.find(({ name }) => name === 'System.Runtime')?.version;
  const version = /^(\d{1,3}\.\d{1,3})\./.exec(reference ?? '')?.[1];
  return version === undefined || Number.parseInt(version, 10) < 5 ? [] : [{ from: dll, version }];
}

const versionsOf = onceForEach((application: AdvisedApplication) => [
  ...ofAssembly(application),
  ...ofRuntimeConfig(application),
  ...ofDeps(application),
]);

/**
 * The dll, its runtimeconfig.json and its deps.json are written by one build for one version of .NET. Different ones mean that only some of
 * the files were deployed; a dll built for a later version than the one that runs ends in a FileLoadException at its first line.
 */
export const hostFilesDiffer: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  if (application === undefined) return [];
  const versions = versionsOf(application);
  if (new Set(versions.map(({ version }) => version)).size < 2) return [];
  const [first] = versions;
  return [
    {
      rule: 'host-files-differ',
      severity: 'warning',
      certainty: 'likely',
      message: `${versions.map(({ from, version }) => `${from} is of .NET ${version}`).join(', ')}: the files come from different builds.`,
      evidence: versions.map(({ from, version }) => `${from}: .NET ${version}.`),
      remedies: [{ side: 'app', text: 'Publish again into an empty folder, and deploy the whole output.' }],
      place: { in: 'artifact', file: first?.from ?? application.dll },
    },
  ];
};
