import type { Matrix } from './matrix.ts';
import type { Page } from './page.ts';
import type { Paint, Tone } from './paint.ts';
import { shortenStart } from './visible-text.ts';

const columnLimit = 12;
const nameLimit = 40;

/** The matrix as columns of text. */
export function matrixLines({ head, rows }: Matrix, { paint, width }: Page): string[] {
  const shown = head.slice(0, columnLimit);
  const nameWidth = Math.min(nameLimit, Math.max(...rows.map((row) => row.name.length)));
  const limit = Math.max(10, Math.floor((width - nameWidth) / shown.length) - 2);
  const widths = shown.map((name, index) => Math.min(limit, Math.max(name.length, ...rows.map((row) => row.cells[index]?.length ?? 0))));
  const line = (name: string, cells: readonly string[], tone: (cell: string) => Tone): string => {
    const padded = widths.map((columns, index) => padCell(cells[index] ?? '', columns, paint, tone));
    return `${shortenStart(name, nameWidth).padEnd(nameWidth)}  ${padded.join('  ')}`.trimEnd();
  };
  const table = [line('', shown, () => 'strong'), ...rows.map((row) => line(row.name, row.cells, cellTone))];
  const hidden = head.length - shown.length;
  return hidden > 0 ? [...table, `(${hidden} more columns are in the JSON report)`] : table;
}

/** Blanks come after the colour, so that those at the end of a line can be dropped. */
function padCell(cell: string, width: number, paint: Paint, tone: (cell: string) => Tone): string {
  const text = shortenStart(cell, width);
  return `${text === '' ? '' : paint(tone(cell), text)}${' '.repeat(Math.max(0, width - text.length))}`;
}

function cellTone(cell: string): Tone {
  if (cell === '✓') return 'success';
  return cell === '?' ? 'doubt' : 'failure';
}
