import { deployTimeToken } from '../iis/deploy-time-token.ts';

/** What the last part of a name ends with when its value is a secret; joined, in lower case. `TokenLifetime` and `PasswordLength` do not. */
const secretWord =
  /(?:password|passwd|passphrase|pwd|secret|credential|(?<!csrf|xsrf|antiforgery|verification|cancellation|continuation)token|(?:api|access|account|private|secret|security|signing|encryption|master|storage|shared|subscription|function|license)key)\d*$/;
/** Characters at the end of a name that are looked at. */
const longestName = 200;
/** A plain `Key` is one below a name such as `Jwt`. */
const keeperOfKeys = /(?:jwt|auth|token|signing|encryption|security|api)\w*$/;

/** A part of a connection string that is one, with something behind it that stands for nothing else. */
const secretPart = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey|sharedaccesssignature)\s*=\s*["']?[^;\s"'<{*%]/i;
/** Values that are secrets under any name: credentials in an address, a shared access signature, keys with a mark of their own. */
const secretValues: readonly RegExp[] = [
  /^[a-z][a-z\d+.-]{1,30}:\/\/[^\s/:@]{1,200}:[^\s/@<{*%]{1,500}@/i,
  /[?&]sig=[\w%+/=-]{20}/i,
  /\bAKIA[\dA-Z]{16}\b/,
  /\bgh[pousr]_\w{30}/,
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
];
/** Values that say where the secret is or that one is to be put there, and those of switches. */
const noSecret =
  /^(?:@Microsoft\.KeyVault.*|https?:\/\/.*|%[^%]+%|\$\{.*\}|<.*>|\{.*\}|\*+|x{3,}|your[ _-].*|true|false|[a-z]:\\.*|\/(?:run|etc|var)\/.*)$/is;

/** Whether the name of a setting or of an environment variable says that its value is a secret. Parts are separated by `:`, `__` or `.`. */
function nameTells(name: string): boolean {
  const parts = name
    .slice(-longestName)
    .split(/:|__|\./)
    .map((part) => part.replace(/[_-]/g, '').toLowerCase());
  const last = parts.at(-1) ?? '';
  return secretWord.test(last) || (last === 'key' && keeperOfKeys.test(parts.at(-2) ?? ''));
}

/** Whether a value is a secret whatever it is called. */
function valueTells(value: string): boolean {
  return secretPart.test(value) || secretValues.some((pattern) => pattern.test(value));
}

/** Whether a setting looks like a secret in plain text. Very long values are looked at in part. */
export function looksLikeSecret(name: string, value: string): boolean {
  const text = value.slice(0, 4000);
  if (text.length < 4 || deployTimeToken(text) !== undefined) return false;
  return valueTells(text) || (nameTells(name) && !noSecret.test(text));
}
