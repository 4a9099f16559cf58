/** The statuses a start can end with, in the order in which the systems of the start can answer with them. */
export const httpStatuses = [
  '503',
  '500.19',
  '500.21',
  '403.14',
  '404',
  '500.0',
  '500.34',
  '500.35',
  '500.38',
  '500.32',
  '500.31',
  '500.33',
  '500.30',
  '500.37',
  '500.36',
  '502.5',
  '502.3',
] as const;

export type HttpStatus = (typeof httpStatuses)[number];

/** HRESULTs of a failed start, as they appear in event 1010, in failed-request traces and on the 500.19 page. */
export const hresults = {
  E_FAIL: '0x80004005',
  E_UNEXPECTED: '0x8000ffff',
  ERROR_FILE_NOT_FOUND: '0x80070002',
  ERROR_PATH_NOT_FOUND: '0x80070003',
  ERROR_ACCESS_DENIED: '0x80070005',
  ERROR_INVALID_DATA: '0x8007000d',
  ERROR_LOCK_VIOLATION: '0x80070021',
  ERROR_NOT_SUPPORTED: '0x80070032',
  ERROR_INVALID_PARAMETER: '0x80070057',
  ERROR_MOD_NOT_FOUND: '0x8007007e',
  ERROR_PROC_NOT_FOUND: '0x8007007f',
  ERROR_ALREADY_EXISTS: '0x800700b7',
  ERROR_BAD_EXE_FORMAT: '0x800700c1',
  ERROR_EXE_MACHINE_TYPE_MISMATCH: '0x800700d8',
  ERROR_UNHANDLED_EXCEPTION: '0x8007023e',
  ERROR_DLL_NOT_FOUND: '0x80070485',
  ERROR_SERVER_SHUTDOWN_IN_PROGRESS: '0x800704e7',
  ERROR_SERVER_DISABLED: '0x8007053d',
  ERROR_TIMEOUT: '0x800705b4',
  PROCESS_START_TIMEOUT: '0x8027025a',
  PROCESS_EXITED: '0x8027025b',
} as const;

export type Hresult = (typeof hresults)[keyof typeof hresults];

/** An entry of the Application event log. `message` is the text as this version writes it, as far as the facts are known. */
export interface EventLogEntry {
  readonly source: string;
  readonly id: number;
  readonly message: string;
}
