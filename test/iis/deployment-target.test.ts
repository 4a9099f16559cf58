import { describe, expect, test } from '@jest/globals';
import { resolveTarget } from '../../src/iis/deployment-target.ts';
import { describeProblem } from '../../src/model/input-error.ts';
import type { TargetServer } from '../../src/model/target-server.ts';

const server: TargetServer = {
  name: 'web01',
  manifest: { file: 'web01.json', positions: new Map() },
  iis: {
    appPools: [{ name: 'shop' }],
    sites: [
      { name: 'Shop', applications: [{ path: '/' }] },
      { name: 'Intranet', applications: [{ path: '/hr' }, { path: '/api' }] },
    ],
  },
};

function problems(choice: Parameters<typeof resolveTarget>[1]): readonly string[] {
  const resolved = resolveTarget(server, choice);
  return 'problems' in resolved ? resolved.problems.map(describeProblem) : [];
}

describe('where an artifact goes', () => {
  test.each([
    [{}, ['web01.json:iis.sites: expected --site (the input site) to say which one is meant, found "Shop", "Intranet"']],
    [
      { site: 'Intranet' },
      ['web01.json:iis.sites "Intranet": expected --app (the input application) to say which one is meant, found "/hr", "/api"'],
    ],
    [{ site: 'Shop' }, []],
    [{ site: 'Intranet', application: '/api' }, []],
  ])('%j', (choice, expected) => {
    expect(problems(choice)).toEqual(expected);
  });
});
