/** The text of a configuration file without its byte-order mark, or why it cannot be read as text. */
export type DecodedConfiguration =
  | { readonly text: string }
  /** `textBefore`: what could be read ahead of the first bad byte; its end is the place of the problem. */
  | { readonly problem: string; readonly textBefore: string };

/** How far the XML declaration is looked for, in bytes. */
const declarationLength = 256;

/**
 * Decodes a configuration file the way a Windows XML parser does (learn.microsoft.com XmlLite, "XmlReader input encoding"):
 * a byte-order mark decides; without one the pattern of the first two bytes; then the encoding the XML declaration names; then UTF-8.
 * Bytes that are not text in that encoding are a problem, never replaced.
 */
export function decodeConfiguration(bytes: Uint8Array): DecodedConfiguration {
  const detected = encodingOfFirstBytes(bytes);
  if (detected !== undefined && detected !== 'utf-8') return decodeAs(bytes, detected);
  const declared = declaredEncoding(bytes);
  if (declared === undefined) return decodeAs(bytes, 'utf-8');
  if (/^(?:utf-16|ucs-2|unicode|iso-10646-ucs-2)/.test(declared)) {
    return { problem: `the XML declaration says encoding="${declared}", but the file is not stored in UTF-16`, textBefore: '' };
  }
  if (detected === 'utf-8') return decodeAs(bytes, 'utf-8');
  return decodeAs(bytes, declared);
}

/** UTF-16 without a mark shows in the zero byte beside `<`. */
function encodingOfFirstBytes(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  return undefined;
}

/** The encoding named in the XML declaration of a file in an encoding that extends ASCII, in lower case. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, declarationLength)).toString('latin1');
  const declaration = /<\?xml\s[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(head);
  return declaration?.[1]?.toLowerCase();
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedConfiguration {
  const decoder = decoderFor(encoding);
  if (decoder === undefined) return { problem: `the encoding "${encoding}" of the XML declaration is not known`, textBefore: '' };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    // The decoder throws for bytes that do not fit, and for nothing else.
    const lenient = new TextDecoder(encoding).decode(bytes);
    const bad = lenient.indexOf('\ufffd');
    return { problem: `a byte is not valid ${encoding.toUpperCase()}`, textBefore: lenient.slice(0, Math.max(0, bad)) };
  }
}

/** `undefined` for a label that is not one of encoding.spec.whatwg.org. */
function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
}
