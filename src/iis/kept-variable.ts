/** Variables whose values .NET reads at the start; the values of all others may be secrets and are not kept. */
const keptVariable = /^(?:DOTNET_.*|ASPNETCORE_.*|ANCM_.*|PATH)$/i;

/** Such as `ASPNETCORE_Kestrel__Certificates__Default__Password`; no setting that decides a start is called so. */
const secretVariable = /PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|CONNECTION_?STRING/i;

/** As IIS writes an attribute that its schema or an administrator protects: `[enc:AesProvider:…:enc]`. */
const encryptedValue = '[enc:';

/** The value of a variable in applicationHost.config; `null` where it could be a secret. */
export function keptValue(name: string, value: string): string | null {
  return keptVariable.test(name) && !secretVariable.test(name) && !value.startsWith(encryptedValue) ? value : null;
}
