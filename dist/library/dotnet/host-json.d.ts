/**
 * JSON as the .NET host reads it. Up to 3.1 the parser is cpprestsdk, from 5.0 on RapidJSON with comments and "stop when done": what
 * follows the root value is ignored. Both take `//` and `/* *​/`, skip a UTF-8 byte-order mark and refuse trailing commas; of duplicate keys
 * the first one wins.
 * Source: dotnet/runtime:src/native/corehost/json_parser.cpp; Tencent/rapidjson:include/rapidjson/{reader,error/en}.h.
 */
export type JsonDialect = 'cpprest' | 'rapidjson';
export type HostJson = string | number | boolean | null | readonly HostJson[] | ReadonlyMap<string, HostJson>;
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
