/** The text of a file that a person or Windows PowerShell wrote, or why it is none, and the text ahead of the first bad byte. */
export type CapturedText = { readonly text: string } | { readonly problem: string; readonly textBefore: string };

/**
 * Decodes UTF-8 and UTF-16, with or without a byte-order mark; `>` in Windows PowerShell 5.1 writes UTF-16 LE with one
 * (learn.microsoft.com about_Character_Encoding). Without a mark, zero bytes beside the first character tell UTF-16.
 */
export function decodeCapturedText(bytes: Uint8Array): CapturedText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    // The decoder throws for bytes that do not fit, and for nothing else.
    const lenient = new TextDecoder(encoding).decode(bytes);
    return {
      problem: `a byte that is not ${encoding.toUpperCase()}`,
      textBefore: lenient.slice(0, Math.max(0, lenient.indexOf('\ufffd'))),
    };
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && first !== 0 && first !== undefined) return 'utf-16le';
  if (first === 0 && second !== 0 && second !== undefined) return 'utf-16be';
  return 'utf-8';
}
