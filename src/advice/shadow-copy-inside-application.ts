import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { webConfigPlace, writtenAt } from '../ancm/section-place.ts';
import { fullPathKey, isAbsolutePath, joinPath } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';

/** What the module takes where the setting is not written: a folder of the application. */
const defaultDirectory = 'ShadowCopyDirectory';

/** Whether the folder lies in the application, as far as text tells; `undefined` for one that names a variable, or another drive. */
function isInside(directory: string, physicalPath: string | undefined): boolean | undefined {
  if (/[%#]/.test(directory)) return undefined;
  if (!isAbsolutePath(directory)) return !/^\.\.(?:\\|$)/.test(joinPath('', directory));
  if (physicalPath === undefined) return undefined;
  return `${fullPathKey(joinPath(directory, '.'))}\\`.startsWith(`${fullPathKey(physicalPath)}\\`);
}

/**
 * With shadow copying every deployment leaves a copy of the application in a folder; inside the application it is copied over, backed up,
 * scanned and deleted with it. The documentation puts the folder beside the application (`../ShadowCopyDirectory/`).
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/advanced, dotnet/aspnetcore:src/Servers/IIS/AspNetCoreModuleV2/AspNetCore/ShimOptions.cpp.
 */
export const shadowCopyInsideApplication: AdviceRule = ({ facts, workedOut: { aspNetCore, hostingModel } }) => {
  if (aspNetCore === undefined || hostingModel !== 'inprocess') return [];
  const enabled = handlerSetting(aspNetCore, 'enableShadowCopy') ?? handlerSetting(aspNetCore, 'experimentalEnableShadowCopy');
  if (enabled?.value.toLowerCase() !== 'true') return [];
  const directory = handlerSetting(aspNetCore, 'shadowCopyDirectory');
  const folder = directory === undefined || directory.value === '' ? defaultDirectory : directory.value;
  if (isInside(folder, facts.target.current?.physicalPath) !== true) return [];
  return [
    {
      rule: 'shadow-copy-inside-application',
      severity: 'note',
      certainty: 'certain',
      message: `The shadow copies go to ${folder}, inside the application's own folder; a deployment that cleans the folder meets locked files there.`,
      evidence: [
        `${writtenAt(enabled)}: ${enabled.name}="${enabled.value}".`,
        directory === undefined
          ? `No shadowCopyDirectory: the module takes ${defaultDirectory}.`
          : `${writtenAt(directory)}: ${directory.name}="${directory.value}".`,
      ],
      remedies: [
        {
          side: 'app',
          text: 'Name a folder beside the application, and let the identity of the pool write to it.',
          snippet: '<handlerSetting name="shadowCopyDirectory" value="../ShadowCopyDirectory/" />',
        },
      ],
      place: webConfigPlace(facts, directory ?? enabled),
    },
  ];
};
