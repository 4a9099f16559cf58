import type { TextPosition } from '../model/configuration-element.ts';

/** Turns offsets of a text into lines and columns. A line ends with CRLF, LF or CR. */
export function linePositions(text: string): (offset: number) => TextPosition {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (character === '\n' || (character === '\r' && text[offset + 1] !== '\n')) starts.push(offset + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
