import { appcmd } from '../model/appcmd.ts';

/**
 * The command that sets a variable on an application pool. Names from an artifact go into a command line that somebody pastes, so one with
 * other characters than names of settings have is left for that person to write; `:` between the parts of a key becomes `__`.
 */
export function poolVariableCommand(pool: string | undefined, name: string): string {
  const variable = /^[\w.:-]+$/.test(name) ? name.replaceAll(':', '__') : '{name}';
  return `${appcmd} set config -section:system.applicationHost/applicationPools /+"[name='${pool ?? '{pool}'}'].environmentVariables.[name='${variable}',value='…']" /commit:apphost`;
}
