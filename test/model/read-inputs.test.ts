import { describe, expect, test } from '@jest/globals';
import { InputError, type InputProblem } from '../../src/model/input-error.ts';
import { readInputs } from '../../src/model/read-inputs.ts';

describe('inputs', () => {
  test('are read one after the other, in their order', async () => {
    let open = 0;
    let most = 0;
    const read = async (path: string): Promise<string> => {
      most = Math.max(most, ++open);
      await Promise.resolve();
      open--;
      return path.toUpperCase();
    };
    expect(await readInputs(['a', 'b', 'c'], read, [])).toEqual(['A', 'B', 'C']);
    expect(most).toBe(1);
  });

  test('that cannot be used are all told, and the others are read', async () => {
    const problems: InputProblem[] = [{ file: 'before', expected: 'something' }];
    const read = async (path: string): Promise<string> => {
      if (path.startsWith('bad')) throw new InputError([{ file: path, expected: 'a server manifest' }]);
      return path;
    };
    expect(await readInputs(['bad1', 'good', 'bad2'], read, problems)).toEqual(['good']);
    expect(problems.map(({ file }) => file)).toEqual(['before', 'bad1', 'bad2']);
  });

  test('do not hide a bug', async () => {
    const read = () => Promise.reject(new TypeError('a bug'));
    await expect(readInputs(['a'], read, [])).rejects.toThrow(TypeError);
  });
});
