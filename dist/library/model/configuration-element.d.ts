/** A place in a text file, both numbers 1-based, columns in characters. */
export interface TextPosition {
    readonly line: number;
    readonly column: number;
}
export interface ConfigurationAttribute extends TextPosition {
    readonly name: string;
    readonly value: string;
}
/** One element of an IIS configuration file. Names keep their case: IIS compares them with regard to case. */
export interface ConfigurationElement extends TextPosition {
    readonly name: string;
    readonly attributes: readonly ConfigurationAttribute[];
    readonly children: readonly ConfigurationElement[];
}
/** A configuration file as read: absent, not well-formed (with the place), or a tree. */
export type ConfigurationFile = {
    readonly state: 'absent';
} | ({
    readonly state: 'malformed';
    readonly path: string;
    readonly message: string;
    /** A placeholder on the line of the problem, which a deployment step replaces before IIS reads the file. */
    readonly token?: string;
} & TextPosition) | {
    readonly state: 'read';
    readonly path: string;
    readonly root: ConfigurationElement;
    /** A placeholder between the elements, such as `#{if Staging}`: which of them a deployment step leaves is not known. */
    readonly placeholder?: PlacedToken;
};
/** A placeholder that a deployment step replaces, with its place. */
export interface PlacedToken extends TextPosition {
    readonly token: string;
}
