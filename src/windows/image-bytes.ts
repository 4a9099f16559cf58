/** Reads `length` bytes of a file from `offset`, fewer at its end. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array> | Uint8Array;

/** A file seen through a few windows: every range is read once, and small neighbours come along. */
export interface ImageBytes {
  /** Bytes. */
  readonly size: number;
  /** The bytes of the range, or `undefined` where the file ends before or the range is larger than any table this tool reads. */
  range(offset: number, length: number): Promise<DataView | undefined>;
}

/** One read brings at least this much, so that the headers of an image cost one. */
const windowLength = 4096;

/** Larger than any metadata heap of an application; a length field beyond it is damage or malice. */
const longestRange = 16 * 1024 * 1024;

/** Nothing in an image needs more; pointers made to read a large file all over end here. */
const mostBytes = 32 * 1024 * 1024;

/** `read` may fail to deliver the promised size (a file that shrinks, a lying package entry); the range is then not there. */
export function imageBytes(read: ReadBytes, size: number): ImageBytes {
  let spent = 0;
  const windows: { readonly offset: number; readonly bytes: Uint8Array }[] = [];
  return {
    size,
    async range(offset, length) {
      if (offset < 0 || length < 0 || length > longestRange || offset + length > size) return undefined;
      let window = windows.find((known) => offset >= known.offset && offset + length <= known.offset + known.bytes.length);
      if (window === undefined) {
        const wanted = Math.min(Math.max(length, windowLength), size - offset);
        spent += wanted;
        if (spent > mostBytes) return undefined;
        window = { offset, bytes: await read(offset, wanted) };
        if (window.bytes.length < length) return undefined;
        windows.push(window);
      }
      return new DataView(window.bytes.buffer, window.bytes.byteOffset + offset - window.offset, length);
    },
  };
}

/** Text of one byte per character up to the first NUL or `longest` bytes; `undefined` where no NUL ends it. */
export function terminatedText(view: DataView, offset: number, longest: number): string | undefined {
  let text = '';
  for (let at = offset; at < Math.min(view.byteLength, offset + longest); at++) {
    const code = view.getUint8(at);
    if (code === 0) return text;
    text += String.fromCharCode(code);
  }
  return undefined;
}
