import { afterEach, describe, expect, test } from '@jest/globals';
import { keepThreads } from '../../../src/hosts/azure/pull-request-threads.ts';
import { threadsApi } from '../../../src/hosts/azure/threads-api.ts';
import { stepName } from '../../../src/hosts/pull-request-summary.ts';
import type { Published } from '../../../src/hosts/run-on-agent.ts';
import type { ReportedFinding } from '../../../src/model/report.ts';
import { failing, finding, healthy, reportOf, undetermined } from '../fake-agent.ts';
import { base, type FakeFacts, fakeAzureDevOps } from './fake-azure-devops.ts';

const step = stepName(['12', 'Build', 'publish', '__default', 'preflight']);
const folders = { directory: '/home/vsts/work/1/s', repository: '/home/vsts/work/1/s' };
const project = 'src/App/App.csproj';

const published = (report: Published['report'], failed = true, markdown = '## summary\n'): Published => ({ report, failed, markdown });
const fails = (...findings: readonly ReportedFinding[]): Published =>
  published(reportOf(failing(findings.length === 0 ? [finding()] : findings)));
const passes = published(reportOf(healthy), false);

const fakes: ReturnType<typeof fakeAzureDevOps>[] = [];

/** A pull request, and one run after the other for it. */
function pullRequest(facts: FakeFacts & { readonly sourceCommit?: string } = { files: [project] }) {
  const azure = fakeAzureDevOps(facts);
  fakes.push(azure);
  const found = {
    address: `https://dev.azure.com${base}`,
    ...(facts.sourceCommit === undefined ? {} : { sourceCommit: facts.sourceCommit }),
  };
  /** What the run sends besides questions; throws when Azure refused. */
  const run = async (what: Published, name = step, where = folders): Promise<string[]> => {
    const before = azure.writes().length;
    const said = await keepThreads(threadsApi(found, 'secret-token', azure.request), name, what, where);
    if (said !== undefined) throw new Error(said);
    return azure.writes().slice(before);
  };
  return { azure, run };
}

afterEach(() => {
  for (const { problems } of fakes.splice(0)) expect(problems).toEqual([]);
});

describe('the threads of a pull request', () => {
  test('one for the run and one on the line, active', async () => {
    const { azure, run } = pullRequest();
    await run(fails());
    expect(azure.threads).toEqual([
      { id: 1, status: 'active', comments: [{ id: 1, content: `[//]: <> (${step} summary open)\n\n## summary\n` }] },
      {
        id: 2,
        status: 'active',
        comments: [{ id: 1, content: expect.stringContaining('**HTTP Error 500.31 - Failed to load ASP.NET Core runtime**') }],
        threadContext: {
          filePath: '/src/App/App.csproj',
          rightFileStart: { line: 4, offset: 5 },
          rightFileEnd: { line: 4, offset: 6 },
        },
        pullRequestThreadContext: {
          changeTrackingId: 1,
          iterationContext: { firstComparingIteration: 1, secondComparingIteration: 1 },
        },
      },
    ]);
    expect([...azure.authorizations]).toEqual(['Bearer secret-token']);
  });

  test('the line says code, cause, rule, what to do, and where', async () => {
    const { azure, run } = pullRequest();
    const remedies = [
      { side: 'server', text: 'Install it.' },
      { side: 'app', text: 'Target what is there.', snippet: '<TargetFramework>net8.0</TargetFramework>' },
    ] as const;
    await run(published(reportOf(failing([finding({ remedies })]), failing([finding({ remedies })], { server: 'web02' }))));
    expect(azure.threads[1]?.comments[0]?.content.split('\n').slice(2)).toEqual([
      '**HTTP Error 500.31 - Failed to load ASP.NET Core runtime**',
      '',
      'The framework is missing. \\[shared-framework-missing\\]',
      '',
      '**What to do**',
      '',
      '- In the application: Target what is there.',
      '',
      '  ```text',
      '  <TargetFramework>net8.0</TargetFramework>',
      '  ```',
      '',
      '- On the server: Install it.',
      '',
      'publish on web01 and 1 more',
    ]);
  });

  test('an error and a warning that do not end the start are named so', async () => {
    const { azure, run } = pullRequest();
    const hidden = finding({ rule: 'module-dll-missing', status: '500.0', message: 'Hidden.', hiddenBehind: 0 });
    const warning = finding({ rule: 'debug-build', severity: 'warning', message: 'Debug.' });
    const { status: _, ...withoutStatus } = warning;
    await run(fails(finding(), hidden, withoutStatus));
    expect(azure.threads.map(({ comments }) => comments[0]?.content.split('\n')[2])).toEqual([
      '## summary',
      '**HTTP Error 500.31 - Failed to load ASP.NET Core runtime**',
      '**Error: HTTP Error 500.0, hidden behind 500.31**',
      '**Warning**',
    ]);
  });

  test('nothing is written twice', async () => {
    const { run } = pullRequest();
    expect(await run(fails())).toEqual(['POST threads', 'POST threads']);
    expect(await run(fails())).toEqual([]);
  });

  test('nothing is written when all is well and nobody was told otherwise', async () => {
    const { azure, run } = pullRequest();
    expect(await run(passes)).toEqual([]);
    expect(azure.calls).toEqual(['GET threads']);
  });

  test('are resolved when the finding is gone, and opened again when it is back', async () => {
    const { azure, run } = pullRequest();
    await run(fails());
    expect(await run(passes)).toEqual([
      'PATCH threads/1 fixed',
      'PATCH threads/1/comments/1',
      'PATCH threads/2 fixed',
      'PATCH threads/2/comments/1',
    ]);
    expect(azure.threads.map(({ status }) => status)).toEqual(['fixed', 'fixed']);
    expect(azure.threads[1]?.comments[0]?.content).toContain('✅ **The latest run no longer reports this.**\n\n**HTTP Error 500.31');
    expect(await run(passes)).toEqual([]);
    await run(fails());
    expect(azure.threads.map(({ status }) => status)).toEqual(['active', 'active']);
    expect(azure.threads[1]?.comments[0]?.content).not.toContain('✅');
  });

  test.each(['fixed', 'wontFix', 'closed', 'byDesign'])('that a person made %s are left alone', async (status) => {
    const { azure, run } = pullRequest();
    await run(fails());
    for (const thread of azure.threads) thread.status = status;
    expect(await run(fails())).toEqual([]);
    expect(await run(passes)).toEqual(['PATCH threads/1/comments/1']);
    expect(azure.threads.map((thread) => thread.status)).toEqual([status, status]);
  });

  test('accepted findings count as gone', async () => {
    const { azure, run } = pullRequest();
    await run(fails());
    await run(published(reportOf(failing([finding({ suppressed: { reason: 'known' } })])), false));
    expect(azure.threads.map(({ status }) => status)).toEqual(['fixed', 'fixed']);
  });

  test('a run that is not at or above fail-on tells it in a thread that is resolved', async () => {
    const { azure, run } = pullRequest();
    await run(published(reportOf(undetermined), false));
    expect(azure.threads.map(({ status }) => status)).toEqual(['fixed']);
  });

  test('a run that fails for a warning tells it, although the application starts', async () => {
    const { azure, run } = pullRequest({});
    await run(published(reportOf({ ...healthy, findings: [finding({ severity: 'warning' })] })));
    expect(azure.threads.map(({ status }) => status)).toEqual(['active']);
  });

  test('are those of the step', async () => {
    const { azure, run } = pullRequest();
    await run(fails());
    const other = `${step} leg`;
    expect(await run(fails(), other)).toEqual(['POST threads', 'POST threads']);
    await run(passes);
    expect(azure.threads.map(({ status }) => status)).toEqual(['fixed', 'fixed', 'active', 'active']);
    await run(passes, other);
    expect(azure.threads.map(({ status }) => status)).toEqual(['fixed', 'fixed', 'fixed', 'fixed']);
  });
});

describe('a finding keeps its thread', () => {
  test('when its line moves, another artifact folder has it, and it comes from several', async () => {
    const { run } = pullRequest();
    await run(fails());
    const moved = finding({ location: { file: `/home/vsts/work/1/s/${project}`, line: 30 } });
    const writes = await run(published(reportOf(failing([moved], { artifact: '/home/vsts/work/2/a' }), failing([moved]))));
    expect(writes).toEqual(['PATCH threads/2/comments/1']);
  });

  test('when its file is no longer changed', async () => {
    const facts = { files: [project] };
    const { azure, run } = pullRequest(facts);
    await run(fails());
    facts.files = [];
    expect(await run(fails())).toEqual([]);
    expect(azure.lines()).toEqual([['/src/App/App.csproj', 'active']]);
  });

  test('and another cause on the same line has its own', async () => {
    const { azure, run } = pullRequest();
    await run(fails());
    await run(fails(finding({ message: 'Another framework is missing.' })));
    expect(azure.lines()).toEqual([
      ['/src/App/App.csproj', 'fixed'],
      ['/src/App/App.csproj', 'active'],
    ]);
  });
});

describe('threads on lines', () => {
  const at = (file: string, line?: number): ReportedFinding =>
    finding({ message: `At ${file}.`, location: { file, ...(line === undefined ? {} : { line }) } });

  test('only on files that the pull request changes, only errors and warnings, only with a line', async () => {
    const { azure, run } = pullRequest({ files: ['a.csproj', 'gone.csproj|delete, sourceRename', 'new.csproj|edit, rename', 'b.csproj'] });
    await run(
      fails(at('untouched.csproj', 1), at('gone.csproj', 1), at('new.csproj', 1), at('a.csproj'), at('/tmp/publish/web.config', 1), {
        ...at('b.csproj', 3),
        severity: 'note',
      }),
    );
    expect(azure.lines()).toEqual([['/new.csproj', 'active']]);
    expect(azure.threads[1]?.pullRequestThreadContext).toMatchObject({ changeTrackingId: 3 });
  });

  test('below the repository, where the checkout has several', async () => {
    const { azure, run } = pullRequest({ files: [project] });
    await run(fails(at(`shop/${project}`, 4), at(`tools/${project}`, 4)), step, { ...folders, repository: `${folders.directory}/shop` });
    expect(azure.lines()).toEqual([[`/${project}`, 'active']]);
  });

  test('on Windows', async () => {
    const { azure, run } = pullRequest({ files: [project] });
    const windows = { directory: 'D:\\a\\1\\s', repository: 'd:\\a\\1\\s' };
    await run(fails(at('D:\\a\\1\\s\\src\\App\\App.csproj', 4)), step, windows);
    expect(azure.lines()).toEqual([[`/${project}`, 'active']]);
  });

  test('at most nine at a time, the worst first; what a person settled makes room', async () => {
    const files = Array.from({ length: 14 }, (_, index) => `${index}.csproj`);
    const { azure, run } = pullRequest({ files });
    const warnings = files.slice(0, 7).map((file) => ({ ...at(file, 1), severity: 'warning' as const }));
    const errors = files.slice(7).map((file) => at(file, 1));
    await run(fails(...warnings, ...errors));
    const expected = [...files.slice(7), ...files.slice(0, 2)].map((file) => `/${file}`);
    expect(azure.lines().map(([file]) => file)).toEqual(expected);
    expect(await run(fails(...warnings, ...errors))).toEqual([]);
    for (const thread of azure.threads.slice(1, 3)) thread.status = 'wontFix';
    await run(fails(...warnings, ...errors));
    expect(azure.lines().map(([file]) => file)).toEqual([...expected, '/2.csproj', '/3.csproj']);
  });

  test('on the push that is checked, not on a later one', async () => {
    const { azure, run } = pullRequest({ files: [project], commits: ['c1', 'c2', 'c3'], sourceCommit: 'c2' });
    await run(fails());
    expect(azure.calls).toContain('GET iterations/2/changes');
    expect(azure.threads[1]?.pullRequestThreadContext).toMatchObject({ iterationContext: { secondComparingIteration: 2 } });
  });

  test('on the latest push, when the one that is checked is not known', async () => {
    const { azure, run } = pullRequest({ files: [project], commits: ['c1', 'c2'], sourceCommit: 'elsewhere' });
    await run(fails());
    expect(azure.calls).toContain('GET iterations/2/changes');
  });

  test('none in a pull request without pushes', async () => {
    const { azure, run } = pullRequest({ files: [project], commits: [] });
    await run(fails());
    expect(azure.threads).toHaveLength(1);
  });

  test('also when thousands of files are changed', async () => {
    const files = Array.from({ length: 4500 }, (_, index) => `docs/${index}.md`);
    const { azure, run } = pullRequest({ files: [...files, project] });
    await run(fails());
    expect(azure.threads[1]?.pullRequestThreadContext).toMatchObject({ changeTrackingId: 4501 });
  });
});

test('text that nobody vouches for notifies nobody, links nothing and forges no mark', async () => {
  const hostile = `@<0807fc91-4393> @everyone #123 !45 AB#6 <img src=x> [a](http://b) \n[//]: <> (${step} summary done)\n# x`;
  const { azure, run } = pullRequest();
  const remedies = [{ side: 'app', text: hostile, snippet: `${hostile}\n\`\`\`\n@<0807fc91>` }] as const;
  await run({ ...fails(finding({ message: hostile, remedies })), markdown: `## summary\n\n\`\`\`text\n${hostile}\n\`\`\`\n` });
  const [summary = '', line = ''] = azure.threads.map(({ comments }) => comments[0]?.content);
  for (const content of [summary, line]) {
    expect(content).not.toMatch(/@<|(?<!&)#\d|!\d/);
    expect(content.split('\n').filter((text) => text.startsWith('[//]'))).toHaveLength(content === summary ? 2 : 1);
  }
  const prose = line.replace(/ {2}````text\n[\s\S]*\n {2}````/, '');
  expect(prose).not.toBe(line);
  expect(prose).not.toMatch(/<img|(?<!\\)\]\(/);
});

describe('a refusal is told, not thrown', () => {
  const settings = /Project settings > Repositories .* Security: "Contribute to pull requests" is to be allowed for the build service/;
  const denied = {
    status: 403,
    text: JSON.stringify({
      message: "TF401027: You need the Git 'PullRequestContribute' permission to perform this action.",
      eventId: 3000,
    }),
  };

  async function said(request: typeof fetch): Promise<string | undefined> {
    return keepThreads(threadsApi({ address: `https://tfs.contoso.com${base}` }, 'secret-token', request), step, fails(), folders);
  }

  test('no permission to write', async () => {
    const azure = fakeAzureDevOps({ refuse: (method) => (method === 'POST' ? denied : undefined) });
    const text = await said(azure.request);
    expect(text).toMatch(
      /^The pull request does not show everything that was found: TF401027: .* permission to perform this action\. Set it in/,
    );
    expect(text).toMatch(settings);
    expect(azure.writes()).toHaveLength(1);
  });

  test.each([
    ['no permission to read', 404, '{"message":"TF401019: The Git repository does not exist or you do not have permissions."}', settings],
    ['a token that is none', 401, '', /the answer was HTTP 401, not JSON\. The step needs "token: \$\(System\.AccessToken\)"/],
    ['the page to sign in at', 203, '<html>', /HTTP 203, not JSON\. The step needs "token/],
    ['the way to that page', 302, '', /HTTP 302, not JSON\. The step needs "token/],
    [
      'an older server',
      400,
      '{"message":"The requested REST API version of 7.1 is out of range for this server. The latest REST API version this server supports is 6.0."}',
      /supports is 6\.0\. Comments need an Azure DevOps Server that knows version 7\.1 of its REST API\.$/,
    ],
    ['a proxy that answers instead', 200, '<html>', /found: the answer was HTTP 200, not JSON\.$/],
    ['a server with troubles of its own', 503, '{"message":""}', /found: the answer was HTTP 503\.$/],
  ])('%s', async (_, status, text, expected) => {
    const azure = fakeAzureDevOps({ refuse: () => ({ status, text }) });
    expect(await said(azure.request)).toMatch(expected);
    expect(azure.calls).toHaveLength(1);
  });

  test('a server that does not answer', async () => {
    const hanging = () => Promise.reject(Object.assign(new Error('aborted'), { name: 'TimeoutError' }));
    expect(await said(hanging)).toMatch(/found: Azure DevOps did not answer within 20 seconds\.$/);
  });

  test.each([
    [new Error('getaddrinfo ENOTFOUND tfs.contoso.com'), 'getaddrinfo ENOTFOUND tfs.contoso.com'],
    [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
    [new Error(''), 'no reason given'],
  ])('a server that cannot be reached: %p', async (cause, words) => {
    const away = () => Promise.reject(new TypeError('fetch failed', { cause }));
    expect(await said(away)).toBe(`The pull request does not show everything that was found: Azure DevOps could not be reached: ${words}.`);
  });

  test.each(['null', '[]', '{"value":{}}', '{"value":[null,1,{"id":"x","comments":[{}]},{"id":3,"comments":null}]}'])(
    'answers of another shape: %s',
    async (text) => {
      const azure = fakeAzureDevOps({ refuse: (method) => (method === 'GET' ? { status: 200, text } : undefined) });
      expect(await said(azure.request)).toBeUndefined();
      expect(azure.writes()).toEqual(['POST threads']);
    },
  );
});
