import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type FakeFacts, fakeAzureDevOps } from '../hosts/azure/fake-azure-devops.ts';
import { runTaskMeanwhile, type TaskResult } from './azure-agent.ts';
import { nodes } from './nodes.ts';
import { serverManifest, temporaryFolder, writePublishFolder } from './publish-folder.ts';

const sources = join(temporaryFolder(), 's');
mkdirSync(sources);
writePublishFolder(join(sources, 'publish'), 'portable-net8.0');
for (const name of ['net6.0.36', 'net8.0.22']) cpSync(serverManifest(name), join(sources, `${name}.json`));
writeFileSync(
  join(sources, 'App.csproj'),
  '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net8.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n',
);

const token = 'not-for-any-log';
const servers: Server[] = [];

/** Azure DevOps on this machine, and the variables of an agent that validates its pull request. */
async function pullRequest(facts: FakeFacts = { files: ['App.csproj'] }) {
  const azure = fakeAzureDevOps(facts);
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '', 'http://localhost');
    const answer = azure.answer(request.method ?? '', address, request.headers.authorization, await text(request));
    response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(answer.text);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const variables = {
    BUILD_REASON: 'PullRequest',
    BUILD_REPOSITORY_PROVIDER: 'TfsGit',
    BUILD_REPOSITORY_ID: '5f1e',
    BUILD_REPOSITORY_LOCALPATH: sources,
    SYSTEM_COLLECTIONURI: `http://127.0.0.1:${(server.address() as AddressInfo).port}/contoso/`, // Listening on a port, it has one.
    SYSTEM_TEAMPROJECT: 'Shop',
    SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
    SYSTEM_DEFINITIONID: '12',
    SYSTEM_TASKINSTANCENAME: 'preflight',
  };
  return { azure, variables };
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const result = ({ commands }: TaskResult): string | undefined => commands.at(-1)?.properties['result'];

describe.each(nodes)('dist/azure on $name, on a pull request', (node) => {
  const task = (inputs: Readonly<Record<string, string>>, variables: Readonly<Record<string, string>>) =>
    runTaskMeanwhile(node, { path: 'publish', ...inputs }, sources, variables);

  test('threads are begun, kept and resolved', async () => {
    const { azure, variables } = await pullRequest();
    const first = await task({ server: 'net6.0.36.json', token }, variables);
    expect([result(first), first.exitCode, first.stderr]).toEqual(['Failed', 0, '']);
    // Further ones depend on the day: support for every version ends, and that is a warning.
    const [run, line] = azure.threads;
    expect([run, line].map((thread) => [thread?.status, thread?.threadContext?.filePath, thread?.threadContext?.rightFileStart])).toEqual([
      ['active', undefined, undefined],
      ['active', '/App.csproj', { line: 3, offset: 5 }],
    ]);
    expect(run?.comments[0]?.content).toMatch(/^\[\/\/\]: <> \(iis-preflight 12 preflight summary open\)\n\n## iis-preflight: the/);
    expect(line?.comments[0]?.content).toContain('HTTP Error 500.31');
    expect([...azure.authorizations]).toEqual([`Bearer ${token}`]);

    const before = azure.writes().length;
    await task({ server: 'net6.0.36.json', token }, variables);
    expect(azure.writes().slice(before)).toEqual([]);

    const mended = await task({ server: 'net8.0.22.json', token }, variables);
    expect(result(mended)).toMatch(/^Succeeded/);
    expect([run?.status, line?.status]).toEqual(['fixed', 'fixed']);
    expect(azure.problems).toEqual([]);
    for (const { stdout } of [first, mended]) expect(stdout).not.toContain(token);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['without a token', {}, {}],
    ['in a run that is for no pull request', { token }, { SYSTEM_PULLREQUEST_PULLREQUESTID: '' }],
    ['for a repository of GitHub', { token }, { BUILD_REPOSITORY_PROVIDER: 'GitHub' }],
  ])('nothing is asked %s', async (_, inputs, changes) => {
    const { azure, variables } = await pullRequest();
    await task({ server: 'net6.0.36.json', ...inputs }, { ...variables, ...changes });
    expect(azure.calls).toEqual([]);
  });

  test('a missing permission is one line in the log, and changes nothing else', async () => {
    const message = "TF401027: You need the Git 'PullRequestContribute' permission to perform this action.";
    const { azure, variables } = await pullRequest({
      refuse: (method) => (method === 'POST' ? { status: 403, text: JSON.stringify({ message }) } : undefined),
    });
    const refused = await task({ server: 'net8.0.22.json', failOn: 'never', token }, variables);
    expect(azure.threads).toEqual([]);
    const silent = await task({ server: 'net6.0.36.json', token }, variables);
    const told = silent.stdout.split('\n').filter((line) => line.includes('TF401027'));
    expect(told).toEqual([expect.stringContaining('"Contribute to pull requests" is to be allowed for the build service')]);
    expect(
      silent.commands.some(({ name, properties }) => name === 'task.logissue' && properties['code'] === 'shared-framework-missing'),
    ).toBe(true);
    expect([result(silent), silent.exitCode, silent.stderr]).toEqual(['Failed', 0, '']);
    expect(result(refused)).toMatch(/^Succeeded/);
  });

  test('a server that is not there, and a token that cannot be sent, are one line as well', async () => {
    const { variables } = await pullRequest();
    const away = await task({ server: 'net8.0.22.json', token }, { ...variables, SYSTEM_COLLECTIONURI: 'http://127.0.0.1:9/contoso/' });
    expect(away.stdout).toContain('Azure DevOps could not be reached: ');
    const unsendable = await task({ server: 'net8.0.22.json', token: `${token}\nx` }, variables);
    expect(unsendable.stdout).toContain('Azure DevOps could not be reached: ');
    for (const { stdout, stderr, commands } of [away, unsendable]) {
      expect(`${stdout}${stderr}`).not.toContain(token);
      expect(commands.at(-1)?.properties['result']).toMatch(/^Succeeded/);
    }
  });
});
