/**
 * JSON as the .NET host reads it. Up to 3.1 the parser is cpprestsdk, from 5.0 on RapidJSON with comments and "stop when done": what
 * follows the root value is ignored. Both take `//` and `/* *​/`, skip a UTF-8 byte-order mark and refuse trailing commas.
 * Source: dotnet/runtime:src/native/corehost/json_parser.cpp; Tencent/rapidjson:include/rapidjson/{reader,error/en}.h.
 */
export type JsonDialect = 'cpprest' | 'rapidjson';
/** A `bigint` is a number that the host keeps as an integer of 64 bits, a `number` one that it keeps as a double. */
export type HostJson = string | bigint | number | boolean | null | readonly HostJson[] | HostJsonObject;
export type HostJsonMember = readonly [name: string, value: HostJson];
/** In the order of the file. A name may come several times: who looks for it finds the first, who goes through all of them sees each. */
export interface HostJsonObject {
    readonly members: readonly HostJsonMember[];
}
export declare function isHostObject(value: HostJson | undefined): value is HostJsonObject;
/** The first member of this name; `undefined` where there is none. */
export declare function memberOf(object: HostJsonObject, name: string): HostJson | undefined;
/** A syntax error: RapidJSON's words, the offset in bytes behind the byte-order mark, and the place, 1-based. */
export interface HostJsonError {
    readonly ok: false;
    readonly text: string;
    readonly offset: number;
    readonly line: number;
    readonly column: number;
}
export type HostJsonResult = {
    readonly ok: true;
    readonly value: HostJson;
} | HostJsonError;
/** Reads a file of the host. Never throws: whatever the bytes are, the answer is a value or the first syntax error. */
export declare function readHostJson(file: Uint8Array, dialect: JsonDialect): HostJsonResult;
