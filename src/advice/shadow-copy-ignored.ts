import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import type { NamedValue } from '../model/aspnetcore-section.ts';
import type { ModuleGeneration } from '../model/worked-out.ts';
import type { AdviceRule } from './advice-rule.ts';

/** The name of the setting that a module of this major version reads. */
function nameRead(major: number): string | undefined {
  if (major < 6) return undefined;
  return major === 6 ? 'experimentalEnableShadowCopy' : 'enableShadowCopy';
}

function whyIgnored({ major }: ModuleGeneration, { name }: NamedValue): string {
  const read = nameRead(major);
  return read === undefined
    ? `The module of this server (${major}.x) cannot copy: ${name} has no effect, and a deployment meets locked files.`
    : `The module of this server (${major}.x) does not read ${name}; there the setting is called ${read}, and a deployment meets locked files.`;
}

/**
 * The setting was `experimentalEnableShadowCopy` in 6.0 and is `enableShadowCopy` from 7.0 on; a module reads the one of its own version.
 * Source: dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
export const shadowCopyIgnored: AdviceRule = ({ facts, workedOut: { aspNetCore, hostingModel, module } }) => {
  const installed = facts.server?.aspNetCoreModule;
  const versionKnown = installed?.installed === true && installed.version !== undefined;
  if (aspNetCore === undefined || hostingModel !== 'inprocess' || module === undefined || !versionKnown) return [];
  const written = ['enableShadowCopy', 'experimentalEnableShadowCopy'].flatMap((name) => handlerSetting(aspNetCore, name) ?? []);
  const on = written.filter(({ value }) => value.toLowerCase() === 'true');
  const [first] = on;
  const read = nameRead(module.major)?.toLowerCase();
  if (first === undefined || written.some(({ name }) => name.toLowerCase() === read)) return [];
  return [
    {
      rule: 'shadow-copy-ignored',
      severity: 'warning',
      certainty: 'certain',
      message: whyIgnored(module, first),
      evidence: [`${writtenAt(first)}: ${first.name}="${first.value}".`, `The module of the server is one of ${module.major}.x.`],
      remedies: [
        ...(read === undefined
          ? []
          : [
              {
                side: 'app' as const,
                text: 'Write both names; each module reads its own.',
                snippet: '<handlerSetting name="enableShadowCopy" value="true" />',
              },
            ]),
        {
          side: 'server',
          text: 'Install a current Hosting Bundle; until then stop the pool, or use app_offline.htm, during a deployment.',
        },
      ],
      place: webConfigPlace(facts, first),
    },
  ];
};
