import { expect, test } from '@jest/globals';
import { problemsOf } from './azure-contract.ts';
import { base } from './fake-azure-devops.ts';

const version = new URLSearchParams({ 'api-version': '7.1' });
const comments = [{ content: 'x', commentType: 'text' }];

test.each<readonly [string, string, string, URLSearchParams, unknown, readonly string[]]>([
  ['a thread', 'POST', 'threads', version, { comments, status: 'active' }, []],
  ['another method', 'DELETE', 'threads', version, undefined, [`no operation DELETE ${base}threads`]],
  ['another path', 'GET', 'thread', version, undefined, [`no operation GET ${base}thread`]],
  ['an id that is no number', 'PATCH', 'threads/x', version, {}, [`no operation PATCH ${base}threads/x`]],
  ['no version', 'GET', 'threads', new URLSearchParams(), undefined, ['api-version is missing']],
  ['a query that is none', 'GET', 'threads', new URLSearchParams([...version, ['top', '5']]), undefined, ['no parameter top']],
  [
    'a number that is none',
    'GET',
    'iterations/1/changes',
    new URLSearchParams([...version, ['$top', 'all']]),
    undefined,
    ['$top is no number'],
  ],
  ['a status that is none', 'PATCH', 'threads/1', version, { status: 'resolved' }, ['/status must be equal to one of the allowed values']],
  ['a name that is misspelt', 'PATCH', 'threads/1/comments/1', version, { contents: 'x' }, ['no property /contents']],
  [
    'one further down',
    'POST',
    'threads',
    version,
    { comments, threadContext: { filePath: '/a', rightFileStart: { line: 1, column: 1 } } },
    ['no property /threadContext/rightFileStart/column'],
  ],
  ['a body to a question', 'GET', 'threads', version, {}, ['a body is not expected']],
])('the contract judges %s', (_, method, path, query, body, expected) => {
  expect(problemsOf(method, `${base}${path}`, query, body)).toEqual(expected);
});
