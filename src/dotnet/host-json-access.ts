import { type HostJson, type HostJsonMember, isHostObject, type JsonDialect } from './host-json.ts';

/** cpprestsdk's words for a value of another kind than the host reads it as. */
export type KindProblem = 'not an object' | 'not an array' | 'not a string' | 'not a boolean' | 'not a number';

/** Leaves the reading of a file. Up to 3.1 an exception that the host reports; from 5.0 on the process reads what is not there, and ends. */
export class WrongKind extends Error {
  /** The member, for people. */
  readonly member: string;
  readonly expected: KindProblem;
  constructor(member: string, expected: KindProblem) {
    super(`"${member}" is ${expected}`);
    this.member = member;
    this.expected = expected;
  }
}

/**
 * The first 32 bits of what RapidJSON keeps of a value. Its accessors do not ask what kind a value is of: of whatever it is, these bits are
 * the integer, or the number of elements. Of a text that is not empty they are characters or a length, which no reader here takes for
 * anything sensible: `undefined`.
 * Source: Tencent/rapidjson:include/rapidjson/document.h `GenericValue::Data`.
 */
export function firstWord(value: HostJson): number | undefined {
  if (typeof value === 'bigint') return Number(BigInt.asIntN(32, value));
  if (typeof value === 'number') {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    return view.getInt32(0, true);
  }
  if (typeof value === 'string') return value === '' ? 0 : undefined;
  if (typeof value === 'boolean' || value === null) return 0;
  return isHostObject(value) ? value.members.length : value.length;
}

/** What has no elements for RapidJSON passes for an empty array or object: `null`, `false`, `true`, `""`, `0`. */
function readsAsEmpty(value: HostJson, dialect: JsonDialect): boolean {
  return dialect === 'rapidjson' && firstWord(value) === 0;
}

/** The members of an object that is gone through. `member` names the value, for people. */
export function readMembers(value: HostJson, member: string, dialect: JsonDialect): readonly HostJsonMember[] {
  if (isHostObject(value)) return value.members;
  if (readsAsEmpty(value, dialect)) return [];
  throw new WrongKind(member, 'not an object');
}

/** The members of an object in which names are looked up. RapidJSON takes a text or an array for one in which no name is found. */
export function readForLookup(value: HostJson, member: string, dialect: JsonDialect): readonly HostJsonMember[] {
  if (isHostObject(value)) return value.members;
  if (dialect === 'rapidjson' && (typeof value === 'string' || typeof value === 'object')) return [];
  return readMembers(value, member, dialect);
}

/** The elements of an array. */
export function readElements(value: HostJson, member: string, dialect: JsonDialect): readonly HostJson[] {
  if (Array.isArray(value)) return value;
  if (readsAsEmpty(value, dialect)) return [];
  throw new WrongKind(member, 'not an array');
}

/** A text, as far as a C string goes. */
export function readText(value: HostJson, member: string): string {
  if (typeof value !== 'string') throw new WrongKind(member, 'not a string');
  return cString(value);
}

export function cString(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
