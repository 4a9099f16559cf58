/** The statuses a start can end with, in the order in which the systems of the start can answer with them. */
export declare const httpStatuses: readonly ['503', '500.19', '500.21', '403.14', '404', '500.0', '500.34', '500.35', '500.38', '500.32', '500.31', '500.33', '500.30', '500.37', '500.36', '502.5', '502.3'];
export type HttpStatus = (typeof httpStatuses)[number];
/** HRESULTs of a failed start, as they appear in event 1010, in failed-request traces and on the 500.19 page. */
export declare const hresults: {
    readonly E_FAIL: '0x80004005';
    readonly E_UNEXPECTED: '0x8000ffff';
    readonly ERROR_FILE_NOT_FOUND: '0x80070002';
    readonly ERROR_PATH_NOT_FOUND: '0x80070003';
    readonly ERROR_ACCESS_DENIED: '0x80070005';
    readonly ERROR_INVALID_DATA: '0x8007000d';
    readonly ERROR_LOCK_VIOLATION: '0x80070021';
    readonly ERROR_NOT_SUPPORTED: '0x80070032';
    readonly ERROR_INVALID_PARAMETER: '0x80070057';
    readonly ERROR_MOD_NOT_FOUND: '0x8007007e';
    readonly ERROR_PROC_NOT_FOUND: '0x8007007f';
    readonly ERROR_ALREADY_EXISTS: '0x800700b7';
    readonly ERROR_BAD_EXE_FORMAT: '0x800700c1';
    readonly ERROR_EXE_MACHINE_TYPE_MISMATCH: '0x800700d8';
    readonly ERROR_UNHANDLED_EXCEPTION: '0x8007023e';
    readonly ERROR_DLL_NOT_FOUND: '0x80070485';
    readonly ERROR_SERVER_SHUTDOWN_IN_PROGRESS: '0x800704e7';
    readonly ERROR_SERVER_DISABLED: '0x8007053d';
    readonly ERROR_TIMEOUT: '0x800705b4';
    readonly PROCESS_START_TIMEOUT: '0x8027025a';
    readonly PROCESS_EXITED: '0x8027025b';
};
export type Hresult = (typeof hresults)[keyof typeof hresults];
/** An entry of the Application event log. `message` is the text as this version writes it, as far as the facts are known. */
export interface EventLogEntry {
    readonly source: string;
    readonly id: number;
    readonly message: string;
}
