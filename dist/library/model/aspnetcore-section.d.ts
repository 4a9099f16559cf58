import type { TextPosition } from './configuration-element.ts';
/** A name and value of `environmentVariables` or `handlerSettings`, with its place in web.config. */
export interface NamedValue extends TextPosition {
    readonly name: string;
    readonly value: string;
    /** applicationHost.config sets it; its place is that of the section. */
    readonly fromServer?: true;
}
/** The `system.webServer/aspNetCore` section with the defaults of `aspnetcore_schema_v2.xml` filled in. */
export interface AspNetCoreSection extends TextPosition {
    readonly processPath: string;
    readonly arguments: string;
    /** As written; absent or empty means out-of-process. */
    readonly hostingModel?: string;
    /** Seconds. */
    readonly startupTimeLimit: number;
    readonly stdoutLogEnabled: boolean;
    readonly stdoutLogFile: string;
    readonly disableStartUpErrorPage: boolean;
    readonly environmentVariables: readonly NamedValue[];
    readonly handlerSettings: readonly NamedValue[];
    /** Places of the attributes that are written, by name. */
    readonly attributePositions: ReadonlyMap<string, TextPosition>;
}
