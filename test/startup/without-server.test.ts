import { describe, expect, test } from '@jest/globals';
import { performStart } from '../../src/startup/perform-start.ts';
import { assembly, startFacts, webConfig } from '../ancm/start-facts.ts';

/** What becomes of an application without any server; `options`: what `runtimeOptions` holds. */
function start(options: string) {
  const files = { 'App.dll': assembly(), 'App.runtimeconfig.json': `{"runtimeOptions":{${options}}}` };
  const { server: _, ...facts } = startFacts(webConfig({}), files, {});
  const { prediction, findings } = performStart(facts);
  return { outcome: prediction.outcome, rule: findings[prediction.finding ?? -1]?.finding.rule };
}

function certaintyOf(options: string, hostingModel: string) {
  const files = { 'App.dll': assembly(), 'App.runtimeconfig.json': `{"runtimeOptions":{${options}}}` };
  const { server: _, ...facts } = startFacts(webConfig({ hostingModel }), files, {});
  const { prediction, findings } = performStart(facts);
  return findings[prediction.finding ?? -1]?.finding.certainty;
}

// What fails on the server that suits an application best fails everywhere; what would start on some server is not known.
describe('the frameworks that an application asks for, and no server', () => {
  test.each([
    [
      'as the SDK writes it',
      '"frameworks":[{"name":"Microsoft.NETCore.App","version":"8.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
    ],
    [
      'members in another order',
      '"frameworks":[{"version":"8.0.0","name":"Microsoft.NETCore.App"},{"version":"8.0.0","name":"Microsoft.AspNetCore.App"}]',
    ],
    ['other members between', '"framework":{"name":"Microsoft.AspNetCore.App","rollForward":"Minor","version":"8.0.0"}'],
    ['an escaped name', '"framework":{"name":"Microsoft.AspNetCore\\u002eApp","version":"8.0.0"}'],
    [
      'the lower version first',
      '"frameworks":[{"name":"Microsoft.NETCore.App","version":"8.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.11"}]',
    ],
    [
      'versions apart, with Major',
      '"rollForward":"Major","frameworks":[{"name":"Microsoft.NETCore.App","version":"9.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
    ],
    ['what is no version, with Major', '"rollForward":"Major","framework":{"name":"Microsoft.AspNetCore.App","version":"8.0"}'],
    [
      'a framework of its own, in an old version',
      '"frameworks":[{"name":"Contoso.App","version":"1.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
    ],
    ['exactly one patch', '"rollForward":"Disable","framework":{"name":"Microsoft.AspNetCore.App","version":"8.0.4"}'],
  ])('%s: nothing stands in the way', (_, options) => {
    expect(start(options)).toEqual({ outcome: 'undetermined', rule: undefined });
  });
  test.each([
    [
      'versions apart',
      '"frameworks":[{"name":"Microsoft.NETCore.App","version":"9.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
      'framework-references-conflict',
    ],
    [
      'an old version first, and a later one behind it',
      '"frameworks":[{"name":"Microsoft.NETCore.App","version":"2.9.9"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
      'framework-references-conflict',
    ],
    ['what is no version', '"framework":{"name":"Microsoft.AspNetCore.App","version":"8.0"}', 'shared-framework-missing'],
  ])('%s: no server can start it', (_, options, rule) => {
    expect(start(options)).toEqual({ outcome: 'fails', rule });
  });
});

// DOTNET_ROLL_FORWARD on the machine or the pool is a fact of the server, too.
describe('how certain that is', () => {
  test.each([
    [
      'versions apart, which DOTNET_ROLL_FORWARD=Major brings together',
      '"frameworks":[{"name":"Microsoft.NETCore.App","version":"9.0.0"},{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}]',
      'likely',
    ],
    [
      'what is no version, and takes anything with DOTNET_ROLL_FORWARD=Major',
      '"framework":{"name":"Microsoft.AspNetCore.App","version":"8.0"}',
      'likely',
    ],
    [
      'a rollForward that nobody knows',
      '"rollForward":"Newest","framework":{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}',
      'certain',
    ],
    [
      'two kinds of settings',
      '"rollForward":"Major","applyPatches":true,"framework":{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}',
      'certain',
    ],
    ['no framework at all', '"frameworks":[]', 'certain'],
  ])('%s', (_, options, certainty) => {
    for (const hostingModel of ['inprocess', 'outofprocess']) expect(certaintyOf(options, hostingModel)).toBe(certainty);
  });
});
