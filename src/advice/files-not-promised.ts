import { applicationEnvironment } from '../ancm/application-environment.ts';
import { readPromisedAssets } from '../dotnet/promised-assets.ts';
import { onceForEach } from '../model/once-for-each.ts';
import type { PublishArtifact } from '../model/publish-artifact.ts';
import { someOf } from '../model/some-of.ts';
import { fileName } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** Compiled views of 2.x to 5.0, compiled serializers and composite ReadyToRun images belong to the application, and the SDK does not list them. */
const generated = /(?:\.(?:(?:precompiled)?views|xmlserializers|r2r)|^framework-r2r)\.dll$/;
/** Put beside the application by the SDK without being listed. */
const unlisted = new Set(['aspnetcorev2_inprocess.dll']);
/** Files of a runtime, which a framework-dependent application takes from the server. */
const ofRuntime = /^(?:system\..*|hostfxr|hostpolicy|coreclr|clrjit|clrgc|mscor.*|netstandard|microsoft\.(?:aspnetcore|netcore)\..*)\.dll$/;

/** Dlls at the root that no deps.json of the root lists. What another application in the same folder lists is that one's. */
const notPromised = onceForEach(({ files, contents }: PublishArtifact) => {
  const listed = [...contents].flatMap(([file, bytes]) =>
    file.endsWith('.deps.json') && fileName(file) === file ? (readPromisedAssets(bytes)?.assets ?? []) : [],
  );
  const promised = new Set(listed.map(({ key }) => fileName(key)));
  return [...files].filter(
    ([key]) => key.endsWith('.dll') && fileName(key) === key && !promised.has(key) && !unlisted.has(key) && !generated.test(key),
  );
});

/** A dll at the root that no deps.json of the root lists was not written by the publish that wrote those: left over, or copied in. */
export const filesNotPromised: AdviceRule = (advice) => {
  const application = advisedApplication(advice);
  if (application?.promised === undefined) return [];
  const candidates = notPromised(advice.facts.artifact);
  if (candidates.length === 0) return [];
  const hooks = startupHooks(advice);
  const extra = candidates.filter(([key]) => key !== application.dll.toLowerCase() && !hooks.includes(key));
  if (extra.length === 0) return [];
  const names = extra.map(([, { path }]) => path);
  const runtime = !application.selfContained && extra.some(([key]) => ofRuntime.test(key));
  return [
    {
      rule: 'files-not-promised',
      severity: 'note',
      certainty: 'likely',
      message: runtime
        ? `${someOf(names)}: files of a runtime that ${application.stem}.deps.json does not list; they look left over from a self-contained publish.`
        : `${someOf(names)}: not listed in ${application.stem}.deps.json; left over from an earlier publish, or copied in.`,
      evidence: names.slice(0, 10).map((name) => `${name} is at the root and in no deps.json.`),
      remedies: [{ side: 'app', text: 'Publish into an empty folder, and deploy so that files which are gone are removed on the server.' }],
      place: { in: 'artifact', file: names[0] ?? '' },
    },
  ];
};

/** Agents are copied in beside the application, and named by a variable. */
function startupHooks({ workedOut: { aspNetCore, workerEnvironment } }: AdviceFacts): string {
  if (aspNetCore === undefined || workerEnvironment === undefined) return '';
  const hooks = applicationEnvironment(aspNetCore, workerEnvironment)('DOTNET_STARTUP_HOOKS');
  return hooks.known ? (hooks.value ?? '').toLowerCase() : '';
}
