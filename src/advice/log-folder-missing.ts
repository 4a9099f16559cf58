import { attributePlace } from '../ancm/section-place.ts';
import { isAbsolutePath, parentPath, pathKey } from '../windows/paths.ts';
import type { AdviceRule } from './advice-rule.ts';

/**
 * Modules before 3.0 do not create the folder of the stdout log, and the log is then not written; the application starts all the same.
 * Source: learn.microsoft.com/aspnet/core/host-and-deploy/iis/logging-and-diagnostics.
 */
export const logFolderMissing: AdviceRule = ({ facts, workedOut: { aspNetCore, module } }) => {
  if (aspNetCore?.stdoutLogEnabled !== true || module?.known !== true || module.major >= 3) return [];
  const folder = pathKey(parentPath(aspNetCore.stdoutLogFile));
  if (folder === '' || folder.startsWith('..') || folder.includes('%') || isAbsolutePath(aspNetCore.stdoutLogFile)) return [];
  if ([...facts.artifact.files.keys()].some((key) => key.startsWith(`${folder}\\`))) return [];
  return [
    {
      rule: 'log-folder-missing',
      severity: 'note',
      certainty: 'likely',
      message: `The stdout log goes to ${aspNetCore.stdoutLogFile}, whose folder is not in the artifact, and this module does not create it.`,
      evidence: [`The artifact has no file below ${folder}.`, 'The module of the server is older than 3.0.'],
      remedies: [{ side: 'server', text: `Create the folder ${folder} in the application, and let the identity of the pool write to it.` }],
      place: attributePlace(facts, aspNetCore, 'stdoutLogFile'),
    },
  ];
};
