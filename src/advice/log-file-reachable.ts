import { handlerSetting } from '../ancm/aspnetcore-section.ts';
import { debugLevelWords } from '../ancm/debug-log.ts';
import { attributePlace, webConfigPlace } from '../ancm/section-place.ts';
import type { Place } from '../model/finding.ts';
import { fullPathKey, isAbsolutePath, joinPath, pathKey } from '../windows/paths.ts';
import type { AdviceFacts, AdviceRule } from './advice-rule.ts';

interface LogFile {
  readonly path: string;
  readonly name: 'stdoutLogFile' | 'debugFile';
  readonly place: Place;
}

/** Log files the configuration writes, with where it says so. */
function logFiles({ facts, workedOut: { aspNetCore } }: AdviceFacts): readonly LogFile[] {
  if (aspNetCore === undefined) return [];
  const { stdoutLogEnabled, stdoutLogFile } = aspNetCore;
  const debugFile = handlerSetting(aspNetCore, 'debugFile');
  const debugging = debugLevelWords(handlerSetting(aspNetCore, 'debugLevel')?.value ?? '').length > 0;
  return [
    ...(stdoutLogEnabled
      ? [{ path: stdoutLogFile, name: 'stdoutLogFile' as const, place: attributePlace(facts, aspNetCore, 'stdoutLogFile') }]
      : []),
    ...(debugFile === undefined || !debugging
      ? []
      : [{ path: debugFile.value, name: 'debugFile' as const, place: webConfigPlace(facts, debugFile) }]),
  ];
}

/** Whether the file lies below the folder that ASP.NET Core hands out, as far as text tells. */
function isBelowWebRoot(path: string, physicalPath: string | undefined): boolean {
  if (!isAbsolutePath(path)) return pathKey(path).startsWith('wwwroot\\');
  return physicalPath !== undefined && fullPathKey(path).startsWith(`${fullPathKey(joinPath(physicalPath, 'wwwroot'))}\\`);
}

/**
 * Files below wwwroot are handed out to anybody who asks for them. Those named `.log` only where the application serves unknown types of
 * files (dotnet/aspnetcore:src/Middleware/StaticFiles/src/FileExtensionContentTypeProvider.cs has no such entry).
 */
export const logFileReachable: AdviceRule = (advice) =>
  logFiles(advice)
    .filter(({ path }) => isBelowWebRoot(path, advice.facts.target.current?.physicalPath))
    .map(({ path, name, place }) => {
      const held = name === 'stdoutLogFile' || /\.log$/i.test(path);
      return {
        rule: 'log-file-reachable',
        severity: 'warning',
        certainty: 'likely',
        message: held
          ? `The log is written to ${path}, below wwwroot, the folder for browsers; an application that serves unknown types of files hands it out.`
          : `The log is written to ${path}, below wwwroot, where browsers can download it.`,
        evidence: [`web.config: ${name}="${path}".`],
        remedies: [
          {
            side: 'app',
            text: 'Write it outside wwwroot.',
            snippet:
              name === 'stdoutLogFile'
                ? 'stdoutLogFile=".\\logs\\stdout"'
                : '<handlerSetting name="debugFile" value=".\\logs\\aspnetcore-debug.log" />',
          },
        ],
        place,
      };
    });
