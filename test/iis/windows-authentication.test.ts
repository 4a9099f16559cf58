import { describe, expect, test } from '@jest/globals';
import { sites } from '../../src/iis/application-host-sites.ts';
import { readConfigurationFile } from '../../src/iis/configuration-file.ts';

const section = (enabled: string): string =>
  `<system.webServer><security><authentication><windowsAuthentication enabled="${enabled}" /></authentication></security></system.webServer>`;
const location = (path: string, enabled: string, attributes = ''): string =>
  `<location path="${path}" ${attributes}>${section(enabled)}</location>`;
const sections = '<configSections><section name="aspNetCore" /></configSections>';

/** What the server says for `/` and for `/api`. */
function authentication(text: string): readonly (boolean | undefined)[] | undefined {
  const list = '<sites><site name="Shop"><application path="/" /><application path="/api" /></site></sites>';
  const config = `<configuration>${text}<system.applicationHost>${list}</system.applicationHost></configuration>`;
  const file = readConfigurationFile('applicationHost.config', Buffer.from(config));
  if (file.state !== 'read') throw new Error(file.state);
  return sites(file.root)?.[0]?.applications?.map(({ windowsAuthentication }) => windowsAuthentication);
}

describe('Windows authentication in applicationHost.config', () => {
  test.each<[string, string, readonly (boolean | undefined)[]]>([
    ['nobody switches it on', sections, [false, false]],
    ['a part of a file says nothing', '', [undefined, undefined]],
    ['the whole server', sections + section('true'), [true, true]],
    ['the whole server, in a location', sections + location('', 'true'), [true, true]],
    ['a site, and what is below it', sections + section('false') + location('Shop', 'true'), [true, true]],
    ['a site alone', sections + location('Shop', 'true', 'inheritInChildApplications="false"'), [true, false]],
    ['an application, whatever the letters', sections + location('shop/API', 'TRUE'), [false, true]],
    ['the nearest one counts', section('true') + location('Shop/api', 'false') + location('Shop', 'true'), [true, false]],
    ['another site', sections + location('Other', 'true'), [false, false]],
  ])('%s', (_, text, expected) => {
    expect(authentication(text)).toEqual(expected);
  });
});
