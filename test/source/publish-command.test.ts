import { describe, expect, test } from '@jest/globals';
import { type PublishCommand, readPublishCommands } from '../../src/source/publish-command.ts';

/** An expression of GitHub or of an Azure template. */
const expression = (inside: string): string => `$\{{ ${inside} }}`;
const read = (text: string): readonly PublishCommand[] => readPublishCommands('ci.yml', text);
const step = (command: string): readonly PublishCommand[] => read(`steps:\n  - run: ${command}\n`);
const said = (commands: readonly PublishCommand[]): string[] =>
  commands.flatMap(({ settings }) => settings.map(({ name, value }) => `${name}=${value}`));

describe('switches of dotnet publish', () => {
  test.each([
    ['-r win-x64', ['RuntimeIdentifier=win-x64']],
    ['-r:win-x64', ['RuntimeIdentifier=win-x64']],
    ['-r=win-x64', ['RuntimeIdentifier=win-x64']],
    ['--runtime win-x64', ['RuntimeIdentifier=win-x64']],
    ['-a x86', ['RuntimeIdentifier=*-x86']],
    ['--arch x86', ['RuntimeIdentifier=*-x86']],
    ['--os linux', ['RuntimeIdentifier=linux-*']],
    ['--ucr', ['RuntimeIdentifier=*']],
    ['--sc', ['SelfContained=true']],
    ['--self-contained', ['SelfContained=true']],
    ['--self-contained false -r win-x64', ['SelfContained=false', 'RuntimeIdentifier=win-x64']],
    ['--self-contained -r win-x64', ['SelfContained=true', 'RuntimeIdentifier=win-x64']],
    ['--self-contained=false', ['SelfContained=false']],
    ['--no-self-contained', ['SelfContained=false']],
    ['-p:A=1', ['A=1']],
    ['/p:A=1', ['A=1']],
    ['/P:A=1', ['A=1']],
    ['--property:A=1', ['A=1']],
    ['-property:A=1', ['A=1']],
    ['-p A=1', ['A=1']],
    ['-p:A=1;B=2', ['A=1', 'B=2']],
    ['-p:A=1,B=2', ['A=1', 'B=2']],
    ['-p:A=1,2', ['A=1,2']],
    ['-p:A="one two" -r win-x64', ['A=one two', 'RuntimeIdentifier=win-x64']],
    ['"-p:A=1"', ['A=1']],
    [`-r ${expression('matrix.rid')} -p:A=1`, [`RuntimeIdentifier=${expression('matrix.rid')}`, 'A=1']],
    ['-r $(rid)', ['RuntimeIdentifier=$(rid)']],
    ['-o -r -p:A=1', ['A=1']],
    ['--no-restore', []],
    ['-c Debug', ['Configuration=Debug']],
    ['--configuration=Release -f net8.0 App', ['Configuration=Release']],
    ['-r', ['RuntimeIdentifier=']],
  ])('%s', (switches, expected) => {
    expect(said(step(`dotnet publish ${switches}`))).toEqual(expected);
  });

  test('projects are the words that are neither switch nor value', () => {
    const [command] = step('dotnet publish -c Release src/App -o out --no-build -v q /nologo');
    expect(command?.targets).toEqual(['src/App']);
    expect(command?.noBuild).toEqual({ file: 'ci.yml', line: 2, column: 51 });
  });
});

describe('where commands are found', () => {
  test.each([
    ['plain', 'steps:\n- run: dotnet publish -r a', ['RuntimeIdentifier=a']],
    ['first key of several', 'steps:\n- run: dotnet publish -r a\n  shell: bash', ['RuntimeIdentifier=a']],
    ['CRLF', 'steps:\r\n- run: |\r\n    dotnet publish \\\r\n      -r a\r\n', ['RuntimeIdentifier=a']],
    ['single quotes', "steps:\n- run: 'dotnet publish -r a' # -r b", ['RuntimeIdentifier=a']],
    ['double quotes', 'steps:\n- run: "dotnet publish -r a"', ['RuntimeIdentifier=a']],
    ['folded', 'steps:\n- run: >-\n    dotnet publish\n    -r a\n- run: x', ['RuntimeIdentifier=a']],
    ['plain over two lines', 'steps:\n- run: dotnet publish\n    -r a\n  shell: bash', ['RuntimeIdentifier=a']],
    [
      'literal, one command a line',
      'steps:\n- run: |\n    dotnet publish -r a\n    dotnet publish -r b',
      ['RuntimeIdentifier=a', 'RuntimeIdentifier=b'],
    ],
    ['literal without a continuation', 'steps:\n- run: |\n    dotnet publish\n    -r a', []],
    ['PowerShell continuation', 'steps:\n- pwsh: |\n    dotnet publish `\n      -r a', ['RuntimeIdentifier=a']],
    ['cmd continuation', 'steps:\n- script: |\n    dotnet publish ^\n      -r a', ['RuntimeIdentifier=a']],
    ['after &&', 'steps:\n- run: dotnet restore -r x && dotnet publish -r a && echo -r y', ['RuntimeIdentifier=a']],
    ['exe by path', 'steps:\n- script: C:\\dotnet\\dotnet.exe publish -r a', ['RuntimeIdentifier=a']],
    [
      'inline script of a task',
      'steps:\n- task: PowerShell@2\n  inputs:\n    targetType: inline\n    inlineScript: dotnet publish -r a',
      ['RuntimeIdentifier=a'],
    ],
    [
      'nested in a template',
      `jobs:\n- job: a\n  steps:\n  - ${expression('if true')}:\n    - script: dotnet publish -r a`,
      ['RuntimeIdentifier=a'],
    ],
    ['display name', 'steps:\n- displayName: dotnet publish -r a\n  script: dotnet build', []],
    ['comment', 'steps:\n- run: |\n    # dotnet publish -r a\n    dotnet build # dotnet publish -r b', []],
    ['echo', 'steps:\n- run: echo dotnet publish -r a', []],
    ['another command', 'steps:\n- run: dotnet build -r a', []],
    ['publish of something else', 'steps:\n- run: npm publish -r a', []],
    ['not a step', 'env:\n  run: dotnet publish -r a', []],
    [
      'VSBuild',
      "steps:\n- task: VSBuild@1\n  inputs:\n    solution: '**/*.sln'\n    msbuildArgs: '/p:DeployOnBuild=true /p:A=1'",
      ['DeployOnBuild=true', 'A=1'],
    ],
    [
      'inputs of VSBuild',
      'steps:\n- task: VSBuild@1\n  inputs:\n    solution: a.sln\n    platform: x86\n    configuration: $(mode)',
      ['Platform=x86', 'Configuration=$(mode)'],
    ],
    ['MSBuild that publishes', 'steps:\n- run: msbuild App.csproj /t:Restore;Publish /p:A=1', ['A=1']],
    [
      'MSBuild that deploys',
      'steps:\n- pwsh: \'& "C:\\VS\\MSBuild.exe" App.csproj /p:DeployOnBuild=true /p:A=1\'',
      ['DeployOnBuild=true', 'A=1'],
    ],
    ['MSBuild by dotnet', 'steps:\n- run: dotnet msbuild -t:publish -p:A=1', ['A=1']],
    ['a build that deploys', 'steps:\n- run: dotnet build -p:DeployOnBuild=true -p:A=1', ['DeployOnBuild=true', 'A=1']],
    ['MSBuild that builds', 'steps:\n- run: msbuild App.csproj /t:Build /p:A=1', []],
    ['MSBuild that does not deploy', 'steps:\n- run: msbuild App.csproj /p:DeployOnBuild=false /p:A=1', []],
    [
      'custom task',
      'steps:\n- task: DotNetCoreCLI@2\n  inputs:\n    command: publish\n    arguments: >\n      -r a\n      --sc',
      ['RuntimeIdentifier=a', 'SelfContained=true'],
    ],
    ['a test task', 'steps:\n- task: DotNetCoreCLI@2\n  inputs:\n    command: test\n    arguments: -r a', []],
  ])('%s', (_, text, expected) => {
    expect(said(read(text))).toEqual(expected);
  });

  test('places are those of the words', () => {
    const [command] = read('steps:\n  - name: x\n    run: |\n      cd src\n      dotnet publish \\\n        -r win-x64 -p:A=1\n');
    expect(command?.settings).toEqual([
      { name: 'RuntimeIdentifier', value: 'win-x64', conditional: false, file: 'ci.yml', line: 6, column: 9 },
      { name: 'A', value: '1', conditional: false, file: 'ci.yml', line: 6, column: 20 },
    ]);
  });
});

describe('variables of the pipeline', () => {
  const given = (text: string): string[] =>
    read(text).flatMap(({ settings }) =>
      settings.flatMap(({ given: lines = [] }) => lines.map(({ value, line, column }) => `${value}@${line}:${column}`)),
    );

  test.each([
    ['of Azure Pipelines', 'variables:\n  rid: win-x64\nsteps:\n- script: dotnet publish -r $(rid)', ['win-x64@2:8']],
    [
      'in a list',
      "variables:\n- group: all\n- name: RID\n  value: 'win-x64'\nsteps:\n- script: dotnet publish -r $(rid)",
      ['win-x64@4:11'],
    ],
    [
      'in a list as far left as its key',
      'jobs:\n- job: a\n  variables:\n  - name: rid\n    value: win-x64\n  steps:\n  - script: dotnet publish -r $(rid)',
      ['win-x64@5:12'],
    ],
    [
      'of a workflow',
      `env:\n  RID: win-x64\njobs:\n  a:\n    steps:\n    - run: dotnet publish -r ${expression('env.RID')}`,
      ['win-x64@2:8'],
    ],
    [
      'of a step, by bash',
      'jobs:\n  a:\n    steps:\n    - env:\n        RID: win-x64\n      run: dotnet publish -r "$RID"',
      ['win-x64@5:14'],
    ],
    ['by PowerShell', 'env:\n  RID: win-x64\nsteps:\n- run: dotnet publish -r $env:RID', ['win-x64@2:8']],
    ['by cmd', 'env:\n  RID: win-x64\nsteps:\n- run: dotnet publish -r %RID%', ['win-x64@2:8']],
    [
      'of a matrix',
      `jobs:\n  a:\n    strategy:\n      matrix:\n        rid: [win-x64, 'win-x86']\n    steps:\n    - run: dotnet publish -r ${expression('matrix.rid')}`,
      ['win-x64@5:15', 'win-x86@5:25'],
    ],
    [
      'of a matrix by entries',
      `jobs:\n  a:\n    strategy:\n      matrix:\n        include:\n        - rid: win-x64\n          x: y\n        - rid: win-x86\n    steps:\n    - run: dotnet publish -r ${expression('matrix.rid')}`,
      ['win-x64@6:16', 'win-x86@8:16'],
    ],
    [
      'of a matrix of Azure Pipelines',
      'strategy:\n  matrix:\n    server:\n      rid: win-x64\nsteps:\n- script: dotnet publish -r $(rid)',
      ['win-x64@4:12'],
    ],
    ['that nobody sets', 'steps:\n- script: dotnet publish -r $(rid)', []],
    ['of another name', 'variables:\n  rids: win-x64\nsteps:\n- script: dotnet publish -r $(rid)', []],
    [
      'that is a parameter of a template',
      'steps:\n- template: a.yml\n  parameters:\n    rid: win-x64\n- script: dotnet publish -r $(rid)',
      [],
    ],
    ['that is an input of a task', 'steps:\n- task: A@1\n  inputs:\n    rid: win-x64\n- script: dotnet publish -r $(rid)', []],
    ['a part of the value', 'variables:\n  arch: x64\nsteps:\n- script: dotnet publish -r win-$(arch)', []],
  ])('%s', (_, text, expected) => {
    expect(given(text)).toEqual(expected);
  });
});

describe('working directories', () => {
  test.each([
    ['steps:\n- run: dotnet publish', ''],
    ['steps:\n- run: dotnet publish\n  working-directory: src/App', 'src/App'],
    ['steps:\n- script: dotnet publish\n  workingDirectory: $(Build.SourcesDirectory)/src', '$(Build.SourcesDirectory)/src'],
    ['steps:\n- run: |\n    cd src\n    cd App && dotnet publish', 'src/App'],
    ['steps:\n- run: |\n    cd -\n    dotnet publish', undefined],
    ['steps:\n- run: |\n    cd src\n    popd\n    dotnet publish', undefined],
    ['defaults:\n  run:\n    working-directory: web\njobs:\n  a:\n    steps:\n    - run: dotnet publish', 'web'],
    ['a:\n  working-directory: one\nb:\n  working-directory: two\njobs:\n  c:\n    steps:\n    - run: dotnet publish', undefined],
  ])('%j', (text, expected) => {
    expect(read(text).map(({ workingDirectory }) => workingDirectory)).toEqual([expected]);
  });
});
