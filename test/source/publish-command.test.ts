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
