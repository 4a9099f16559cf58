import { Session } from 'node:inspector/promises';

/** How many functions of each room of src were run, and which of the readers' were not. */
export interface Coverage {
  readonly rooms: readonly { readonly room: string; readonly reached: number; readonly all: number }[];
  readonly notReached: readonly string[];
}

/** Rooms that read input; what they never ran was never tried. */
const readers: ReadonlySet<string> = new Set(['artifact', 'windows', 'server', 'configuration', 'source']);

/** Counts from now on. The function it gives ends the count. */
export async function startCoverage(): Promise<() => Promise<Coverage>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    session.disconnect();
    const files = result.flatMap(({ url, functions }) => {
      const file = /\/src\/([\w./-]+\.ts)$/.exec(url)?.[1];
      return file === undefined ? [] : [{ file, functions: functions.filter(({ functionName }) => functionName !== '') }];
    });
    return summary(files);
  };
}

interface CoveredFile {
  readonly file: string;
  readonly functions: readonly { readonly functionName: string; readonly ranges: readonly { readonly count: number }[] }[];
}

function summary(files: readonly CoveredFile[]): Coverage {
  const rooms = new Map<string, { room: string; reached: number; all: number }>();
  const notReached: string[] = [];
  for (const { file, functions } of files) {
    const room = file.split('/')[0] ?? file;
    const count = rooms.get(room) ?? { room, reached: 0, all: 0 };
    rooms.set(room, count);
    for (const { functionName, ranges } of functions) {
      count.all++;
      if (ranges.some((range) => range.count > 0)) count.reached++;
      else if (readers.has(room)) notReached.push(`${file} ${functionName}`);
    }
  }
  return { rooms: [...rooms.values()], notReached: [...new Set(notReached)].sort() };
}
