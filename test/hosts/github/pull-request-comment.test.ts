import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { type CommentsApi, commentMarker, type IssueComment, keepComment } from '../../../src/hosts/github/pull-request-comment.ts';
import { failing, finding, healthy, reportOf } from '../fake-agent.ts';

const description = JSON.parse(readFileSync(new URL('../../../fixtures/contracts/github-issue-comments.json', import.meta.url), 'utf8'));

const ajv = new Ajv.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(description, 'github');

const routes = ['/repos/{owner}/{repo}/issues/{issue_number}/comments', '/repos/{owner}/{repo}/issues/comments/{comment_id}'] as const;

const pointer = (route: string, method: string, rest: string): string =>
  `github#/paths/${route.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method}/${rest}`;

/** GitHub's comments of one pull request, judged by GitHub's own description of them. */
function github(comments: readonly IssueComment[]) {
  const calls: string[] = [];
  const judge = (method: string, path: string, query: Readonly<Record<string, number>>, body?: unknown): void => {
    calls.push(
      `${method} ${path}${Object.entries(query)
        .map(([name, value]) => `&${name}=${value}`)
        .join('')}`,
    );
    const route = routes.find((one) =>
      new RegExp(`^${one.replace(/\{(?:issue_number|comment_id)\}/g, '\\d+').replace(/\{\w+\}/g, '[\\w.-]+')}$`).test(path),
    );
    const operation = route === undefined ? undefined : description.paths[route]?.[method];
    expect(operation).toBeDefined();
    const parameters = operation.parameters.map((one: { name?: string; $ref?: string }) => one.name ?? one.$ref?.split('/').at(-1));
    for (const [name, value] of Object.entries(query)) {
      expect(parameters.map((known: string) => known.replace('-', '_'))).toContain(name);
      expect(value).toBeLessThanOrEqual(100);
    }
    if (body === undefined) return;
    const valid = ajv.compile({ $ref: pointer(route ?? '', method, 'requestBody/content/application~1json/schema') });
    expect([valid(body), valid.errors ?? []]).toEqual([true, []]);
    expect(valid({})).toBe(false);
  };
  const api: CommentsApi = {
    async list({ owner, repo, number }, page) {
      judge('get', `/repos/${owner}/${repo}/issues/${number}/comments`, { page, per_page: 100 });
      return comments.slice((page - 1) * 100, page * 100);
    },
    async create({ owner, repo, number }, body) {
      judge('post', `/repos/${owner}/${repo}/issues/${number}/comments`, {}, { body });
    },
    async update({ owner, repo }, comment, body) {
      judge('patch', `/repos/${owner}/${repo}/issues/comments/${comment}`, {}, { body });
    },
  };
  return { api, calls };
}

const pullRequest = { owner: 'contoso', repo: 'shop', number: 7 };
const marker = commentMarker(['Deploy', 'build', '__iis-preflight']);
const fails = { markdown: 'text', report: reportOf(failing([finding()])), failed: true };
const passes = { markdown: 'text', report: reportOf(healthy), failed: false };

describe('the comment of a pull request', () => {
  test('is written when something fails', async () => {
    const { api, calls } = github([{ id: 1, body: 'Looks good.' }]);
    expect(await keepComment(api, pullRequest, marker, fails)).toBeUndefined();
    expect(calls).toEqual(['get /repos/contoso/shop/issues/7/comments&page=1&per_page=100', 'post /repos/contoso/shop/issues/7/comments']);
  });

  test('is brought up to date, also when all is well again', async () => {
    const others = Array.from({ length: 120 }, (_, id) => ({ id, body: 'x' }));
    const { api, calls } = github([...others, { id: 500, body: `${marker}\nold` }]);
    await keepComment(api, pullRequest, marker, passes);
    expect(calls.at(-1)).toBe('patch /repos/contoso/shop/issues/comments/500');
    expect(calls).toHaveLength(3);
  });

  test('is not written when all is well and nobody was told otherwise', async () => {
    const { api, calls } = github([]);
    await keepComment(api, pullRequest, marker, passes);
    expect(calls).toHaveLength(1);
  });

  test('is written when the step fails for less than a start that fails', async () => {
    const { api, calls } = github([]);
    await keepComment(api, pullRequest, marker, { ...passes, failed: true });
    expect(calls.at(-1)).toMatch(/^post /);
  });

  test('is one for each step that comments', async () => {
    const other = commentMarker(['Deploy', 'build', '__iis-preflight_2']);
    const { api, calls } = github([{ id: 400, body: `${other}\nold` }]);
    await keepComment(api, pullRequest, marker, fails);
    expect(calls.at(-1)).toMatch(/^post /);
  });

  test.each([
    [[undefined, ''], '<!-- iis-preflight -->'],
    [['CI / Deploy --> x', 'build', undefined], '<!-- iis-preflight CI-Deploy-x build -->'],
    [['x'.repeat(500)], `<!-- iis-preflight ${'x'.repeat(100)} -->`],
  ])('is marked by %j', (step, expected) => {
    expect(commentMarker(step)).toBe(expected);
  });

  test.each([
    [
      403,
      'Resource not accessible by integration',
      /accessible by integration\. The job needs "permissions: pull-requests: write"; .*fork/,
    ],
    [404, 'Not Found', /Not Found\. The job needs/],
    [422, 'Validation Failed', /not written: Validation Failed\.$/],
    [undefined, 'The operation was aborted due to timeout', /aborted due to timeout\.$/],
  ])('a refusal is told, not thrown: %p', async (status, message, expected) => {
    const { api } = github([]);
    const refused = { ...api, create: () => Promise.reject(Object.assign(new Error(message), { status })) };
    expect(await keepComment(refused, pullRequest, marker, fails)).toMatch(expected);
  });
});
