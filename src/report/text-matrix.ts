import type { Matrix } from './matrix.ts';
import type { Paint, Tone } from './paint.ts';
import { shorten } from './visible-text.ts';
import { textWidth } from './wrap.ts';

const columnLimit = 12;
const nameLimit = 40;

/** The matrix as columns of text. */
export function matrixLines({ head, rows }: Matrix, paint: Paint): string[] {
  const shown = head.slice(0, columnLimit);
  const nameWidth = Math.min(nameLimit, Math.max(...rows.map((row) => row.name.length)));
  const limit = Math.max(10, Math.floor((textWidth - nameWidth) / shown.length) - 2);
  const widths = shown.map((name, index) => Math.min(limit, Math.max(name.length, ...rows.map((row) => row.cells[index]?.length ?? 0))));
  const line = (name: string, cells: readonly string[], tone: (cell: string) => Tone): string => {
    const padded = widths.map((width, index) => padCell(cells[index] ?? '', width, paint, tone));
    return `${shorten(name, nameWidth).padEnd(nameWidth)}  ${padded.join('  ')}`.trimEnd();
  };
  const table = [line('', shown, () => 'strong'), ...rows.map((row) => line(row.name, row.cells, cellTone))];
  const hidden = head.length - shown.length;
  return hidden > 0 ? [...table, `(${hidden} more columns are in the JSON report)`] : table;
}

/** Blanks come after the colour, so that those at the end of a line can be dropped. */
function padCell(cell: string, width: number, paint: Paint, tone: (cell: string) => Tone): string {
  const text = shorten(cell, width);
  return `${text === '' ? '' : paint(tone(cell), text)}${' '.repeat(Math.max(0, width - text.length))}`;
}

function cellTone(cell: string): Tone {
  if (cell === '✓') return 'success';
  return cell === '?' ? 'doubt' : 'failure';
}
