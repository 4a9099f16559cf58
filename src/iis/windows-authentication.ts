import { attributeValue, isTrue } from './attribute-value.ts';
import type { SectionUse } from './configuration-sections.ts';

/** What sections say about Windows authentication, the last one counting; `undefined` where they say nothing. */
export function windowsAuthenticationIn(uses: readonly SectionUse[]): boolean | undefined {
  const written = uses
    .filter(({ path }) => path === 'system.webServer/security/authentication/windowsAuthentication')
    .flatMap(({ element }) => attributeValue(element, 'enabled') ?? [])
    .at(-1);
  return written === undefined ? undefined : isTrue(written);
}
