import { poolFact } from '../iis/pool-facts.ts';
import { appcmd } from '../model/appcmd.ts';
import type { AppPool } from '../model/target-server.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';
import { advisedApplication } from './advised-application.ts';

/** Packages that keep the keys somewhere else: blobs, Redis, a database. */
const ownKeyRing = /dataprotection\.(?!abstractions|extensions)/;
/** Calls that say where the keys are kept. */
const keepsKeys = /^(?:PersistKeysTo|UseEphemeralDataProtectionProvider)/;

function keepsKeysElsewhere(advice: AdviceFacts): boolean {
  const application = advisedApplication(advice);
  const packages = [...(application?.promised?.packages ?? [])];
  const calls = application?.image?.assembly?.memberReferences ?? [];
  return packages.some((name) => ownKeyRing.test(name)) || calls.some((name) => keepsKeys.test(name));
}

/** Assemblies and packages of applications that users sign in to. */
const signsIn =
  /^microsoft\.(?:aspnetcore\.(?:authentication\.(?:cookies|openidconnect)|identity(?:\..+)?|session)|identity\.web(?:\..+)?)$/;

function signsUsersIn(advice: AdviceFacts): boolean {
  const application = advisedApplication(advice);
  const references = application?.image?.assembly?.references.map(({ name }) => name.toLowerCase()) ?? [];
  return [...references, ...(application?.promised?.packages ?? [])].some((name) => signsIn.test(name));
}

/** The setting that keeps the profile from the worker process. Its variables matter only once it is loaded. */
function inTheWay({ loadUserProfile, setProfileEnvironment }: AppPool): 'loadUserProfile' | 'setProfileEnvironment' | undefined {
  if (loadUserProfile === false) return 'loadUserProfile';
  return loadUserProfile === true && setProfileEnvironment === false ? 'setProfileEnvironment' : undefined;
}

/**
 * Without the profile of its account a worker process keeps the keys that protect cookies in memory.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced (data protection),
 * learn.microsoft.com/aspnet/core/security/data-protection/configuration/default-settings.
 */
export const userProfileNotLoaded: AdviceRule = (advice) => {
  const { target } = advice.facts;
  const { pool } = target;
  const setting = pool === undefined ? undefined : inTheWay(pool);
  if (pool === undefined || setting === undefined || keepsKeysElsewhere(advice)) return [];
  const notLoaded = setting === 'loadUserProfile';
  // A fresh IIS sets no variables of the profile, so where nobody signs in there is nothing to say.
  if (!notLoaded && !signsUsersIn(advice)) return [];
  return [
    {
      rule: 'user-profile-not-loaded',
      severity: notLoaded ? 'warning' : 'note',
      certainty: 'likely',
      message: notLoaded
        ? `Pool "${pool.name}" does not load the profile of its account, so the keys that protect cookies live in memory: after every restart of the worker process users are signed out and forms are refused.`
        : `Pool "${pool.name}" loads the profile of its account without the variables that lead to it; where the keys that protect cookies do not find it, they live in memory, and every restart of the worker process signs users out.`,
      evidence: [`${setting} of pool "${pool.name}" is false.`, 'Nothing in the application says that it keeps the keys elsewhere.'],
      remedies: [
        {
          side: 'server',
          text: notLoaded ? 'Load the profile.' : 'Set its variables.',
          snippet: `${appcmd} set apppool "${pool.name}" /processModel.loadUserProfile:true /processModel.setProfileEnvironment:true`,
        },
        { side: 'app', text: 'Or say where the keys are kept: services.AddDataProtection().PersistKeysToFileSystem(…).' },
      ],
      place: { in: 'server', fact: poolFact(target, setting) },
    },
  ];
};
