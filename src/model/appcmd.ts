/** The command-line tool of IIS; no PATH has its folder. For a command prompt. */
export const appcmd = '%windir%\\System32\\inetsrv\\appcmd.exe';
