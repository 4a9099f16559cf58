import { type Hresult, hresults } from './startup-failure.ts';

/** What an HRESULT says by itself, beside a failed start. */
export const hresultMeanings: Readonly<Record<Hresult, string>> = {
  [hresults.E_FAIL]:
    'E_FAIL: unspecified; the module uses it for its configuration, for applications that cannot share a pool, and for every failure while disableStartUpErrorPage is on; its version 1 for a process that ended',
  [hresults.E_UNEXPECTED]: 'E_UNEXPECTED: the .NET host refused the application',
  [hresults.ERROR_FILE_NOT_FOUND]: 'ERROR_FILE_NOT_FOUND: the file does not exist; with 502.5, processPath was not found',
  [hresults.ERROR_PATH_NOT_FOUND]: 'ERROR_PATH_NOT_FOUND: the folder does not exist; with 500.19, the physical path is wrong',
  [hresults.ERROR_ACCESS_DENIED]: 'ERROR_ACCESS_DENIED: the identity of the pool may not read or start the file',
  [hresults.ERROR_INVALID_DATA]:
    'ERROR_INVALID_DATA: with 500.19, web.config is malformed or uses a section that is not installed; with 500.21, the module of a handler is not registered',
  [hresults.ERROR_LOCK_VIOLATION]: 'ERROR_LOCK_VIOLATION: with 500.19, the section is locked at a higher level',
  [hresults.ERROR_NOT_SUPPORTED]: 'ERROR_NOT_SUPPORTED: with 500.19, web.config uses a section that nothing declares',
  [hresults.ERROR_INVALID_PARAMETER]: 'ERROR_INVALID_PARAMETER: with 502.5, the command line or the port is unusable',
  [hresults.ERROR_MOD_NOT_FOUND]: 'ERROR_MOD_NOT_FOUND: a dll, or a dll it needs, is missing',
  [hresults.ERROR_PROC_NOT_FOUND]: 'ERROR_PROC_NOT_FOUND: the dll lacks a function; hostfxr is too old or is another file',
  [hresults.ERROR_ALREADY_EXISTS]:
    'ERROR_ALREADY_EXISTS: with 500.19, a collection entry is added twice; with 500.0, an environment variable is (2.2); with 502.3 too, under version 1 of the module',
  [hresults.ERROR_BAD_EXE_FORMAT]: 'ERROR_BAD_EXE_FORMAT: a binary of another architecture than the process, or a damaged one',
  [hresults.ERROR_EXE_MACHINE_TYPE_MISMATCH]: 'ERROR_EXE_MACHINE_TYPE_MISMATCH: the exe is for a machine this Windows cannot run',
  [hresults.ERROR_UNHANDLED_EXCEPTION]: 'ERROR_UNHANDLED_EXCEPTION: says nothing by itself; it goes with most messages of the module',
  [hresults.ERROR_DLL_NOT_FOUND]: 'ERROR_DLL_NOT_FOUND: the in-process request handler is not part of the application',
  [hresults.ERROR_SERVER_SHUTDOWN_IN_PROGRESS]: 'ERROR_SERVER_SHUTDOWN_IN_PROGRESS: the worker process is going down',
  [hresults.ERROR_SERVER_DISABLED]: 'ERROR_SERVER_DISABLED: the process ended too often within a minute',
  [hresults.ERROR_TIMEOUT]: 'ERROR_TIMEOUT: under version 1 of the module, the process did not listen within startupTimeLimit',
  [hresults.PROCESS_START_TIMEOUT]: 'The process did not listen within startupTimeLimit',
  [hresults.PROCESS_EXITED]: 'The process ended before it listened',
};
