import { applicationEnvironment } from '../ancm/application-environment.ts';
import { environmentVariable } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import { someOf } from '../model/some-of.ts';
import { fileName, pathKey } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';

const variable = 'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES';
/** Variables with which assemblies come from outside the application. */
const elsewhere = ['DOTNET_ADDITIONAL_DEPS', 'DOTNET_SHARED_STORE'];
/** Of the shared framework; the module adds the one for IIS itself. */
const ofFramework = /^microsoft\.aspnetcore\.server\./i;

/** Assemblies that the variable names and that nothing brings; none where it or what else could bring them is not known. */
function missingAssemblies({ facts, workedOut: { aspNetCore, workerEnvironment } }: AdviceFacts): readonly string[] {
  if (aspNetCore === undefined || workerEnvironment === undefined) return [];
  const environment = applicationEnvironment(aspNetCore, workerEnvironment);
  const named = environment(variable);
  if (!named.known || named.value === undefined) return [];
  const others = elsewhere.map(environment);
  if (others.some((lookup) => !lookup.known || lookup.value !== undefined)) return [];
  const files = new Set([...facts.artifact.files.keys()].map(fileName));
  const names = named.value.split(';').map((name) => name.trim());
  return names.filter((name) => name !== '' && !ofFramework.test(name) && !files.has(pathKey(`${name.split(',')[0] ?? ''}.dll`)));
}

/**
 * A hosting startup assembly that cannot be loaded is an error in the log of the application, which starts all the same.
 * Source: dotnet/aspnetcore:src/Hosting/Hosting/src/GenericHost/GenericWebHostBuilder.cs (ExecuteHostingStartups).
 */
export const hostingStartupMissing: AdviceRule = (advice) => {
  const missing = missingAssemblies(advice);
  const { aspNetCore } = advice.workedOut;
  if (missing.length === 0 || aspNetCore === undefined) return [];
  const written = environmentVariable(aspNetCore, variable);
  const where = written === undefined ? 'on the machine or the pool' : `in ${writtenAt(written)}`;
  return [
    {
      rule: 'hosting-startup-missing',
      severity: 'note',
      certainty: 'likely',
      message: `${variable} ${where} names ${someOf(missing)}, which the artifact does not have: the application starts without ${missing.length === 1 ? 'it' : 'them'}, and logs an error at every start.`,
      evidence: missing.slice(0, 10).map((name) => `${name}.dll is not in the artifact.`),
      remedies: [
        { side: 'app', text: 'Add the package that brings the assembly, if the application should be watched by it.' },
        {
          side: written === undefined ? 'server' : 'app',
          text: `Take ${missing.length === 1 ? 'it' : 'them'} out of the variable ${where}.`,
        },
      ],
      ...(written === undefined ? {} : { place: webConfigPlace(advice.facts, written) }),
    },
  ];
};
