import { describe, expect, test } from '@jest/globals';
import type { Disk, FileTree } from '../../src/model/file-tree.ts';
import { InputError } from '../../src/model/input-error.ts';
import { locateFinding } from '../../src/source/locate.ts';
import { sourceContext } from '../../src/source/source-context.ts';
import { readSourceTree } from '../../src/source/source-tree.ts';
import { contextOf, diskWith, type Files, majorMissing, published } from './checkout.ts';

const project = '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>';
const framework = majorMissing({ in: 'artifact', file: 'Shop.runtimeconfig.json' });
const found = { file: 'Shop.csproj', line: 1, column: project.indexOf('<TargetFramework>') + 1 };
const locate = async (files: Files) => locateFinding(framework, await contextOf(files, published('Shop')));

describe('a checkout', () => {
  test('with one project', async () => {
    expect(await locate({ 'Shop.csproj': project })).toEqual(found);
  });

  test.each([
    ['a build', 'obj/Shop.csproj'],
    ['a package', 'node_modules/x/Shop.csproj'],
    ['the artifact itself', 'publish/Shop.csproj'],
  ])('a copy in %s is no other project', async (_, path) => {
    expect(await locate({ 'Shop.csproj': project, [path]: project })).toEqual(found);
  });

  test.each([
    ['broken', '<Project'],
    ['too large', `${project}<!--${'x'.repeat(1024 * 1024)}-->`],
    ['empty', ''],
    ['binary', new Uint8Array([0xff, 0xfe, 0, 0xd8, 0, 0])],
  ])('whose project is %s', async (_, text) => {
    expect(await locate({ 'Shop.csproj': text })).toBeUndefined();
  });

  test('whose project is UTF-16 with a byte order mark', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, ...Buffer.from(project, 'utf16le')]);
    expect(await locate({ 'Shop.csproj': bytes })).toEqual(found);
  });

  test('that is too large to be read is not read in part', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`p${index}/P${index}.csproj`, project]));
    expect(await locate({ 'Shop.csproj': project, ...many })).toBeUndefined();
  });

  test('only files that can be the cause are opened', async () => {
    const opened: string[] = [];
    const disk = diskWith({
      'Shop.csproj': project,
      'web.config': '<configuration />',
      'appsettings.json': '{}',
      '.github/workflows/ci.yml': '',
      'Program.cs': '',
      'README.md': '',
      'docs/web.config': '',
      'docs/openapi.yml': '',
    });
    const watching: Disk = {
      ...disk,
      tree: async (folder, skip): Promise<FileTree> => {
        const tree = await disk.tree(folder, skip);
        const read: FileTree['read'] = (path, ...range) => {
          opened.push(path);
          return tree.read(path, ...range);
        };
        return { ...tree, read };
      },
    };
    await readSourceTree('/checkout', watching);
    expect(opened.sort()).toEqual(['.github/workflows/ci.yml', 'Shop.csproj', 'appsettings.json', 'web.config']);
  });

  test.each(['tree', 'file'])('that cannot be read costs the line, not the run: %s', async (what) => {
    const refuse = async (): Promise<never> => {
      throw new InputError([{ file: 'x', expected: 'a readable file' }]);
    };
    const disk = diskWith({ 'Shop.csproj': project });
    const tree: Disk['tree'] = what === 'tree' ? refuse : async (folder, skip) => ({ ...(await disk.tree(folder, skip)), read: refuse });
    const context = sourceContext(await readSourceTree('/checkout', { ...disk, tree }), published('Shop'));
    expect(locateFinding(framework, context)).toBeUndefined();
  });
});

describe('references', () => {
  const withProperties = (text: string): Files => ({
    'Shop.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup>${text}</PropertyGroup></Project>`,
  });

  test.each([
    ['to itself', '<TargetFramework>$(TargetFramework)</TargetFramework>'],
    ['in a circle', '<A>$(B)</A><B>$(A)</B><TargetFramework>$(A)</TargetFramework>'],
    ['that grow', `${'<A>$(A)$(A)</A>'.repeat(50)}<TargetFramework>$(A)$(A)</TargetFramework>`],
  ])('%s end', async (_, text) => {
    // The one line that sets the property is the cause, whatever it becomes.
    expect((await locate(withProperties(text)))?.file).toBe('Shop.csproj');
  });

  test.each([
    ['known', '<X>Sh</X><AssemblyName>$(X)op</AssemblyName>', true],
    ['from the file name', '<AssemblyName>$(MSBuildProjectName)</AssemblyName>', true],
    ['of the build', '<AssemblyName>$(X)op</AssemblyName>', false],
    ['another name', '<AssemblyName>Store</AssemblyName>', false],
    ['under a condition', '<AssemblyName Condition="$(X)">Shop</AssemblyName>', false],
  ])('assembly name %s', async (_, text, expected) => {
    const place = await locate(withProperties(`${text}<TargetFramework>net8.0</TargetFramework>`));
    expect(place !== undefined).toBe(expected);
  });

  test('imports in a circle end', async () => {
    const importing = '<Project><Import Project="b.props"/><Import Project="a.props"/></Project>';
    const files = {
      'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><Import Project="$(MSBuildThisFileDirectory)a.props"/></Project>',
      'a.props': importing,
      'b.props': '<Project><Import Project="a.props"/><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>',
    };
    expect(await locate(files)).toMatchObject({ file: 'b.props' });
  });
});
