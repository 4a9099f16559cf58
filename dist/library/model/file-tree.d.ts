/** One file of a tree. `path` is relative to the tree's root, as stored; the separator may be `/` or `\`. `size` in bytes. */
export interface TreeFile {
    readonly path: string;
    readonly size: number;
}
/** Something in a folder that is not among its files. */
export interface LeftOut {
    readonly path: string;
    /** In plain words, such as `it is a pipe, socket or device`. */
    readonly why: string;
}
/** A tree of files: a folder, or the inside of a package. Nothing in it is ever executed. */
export interface FileTree {
    /** The tree as the user named it, for messages. */
    readonly name: string;
    readonly files: readonly TreeFile[];
    /** What else the folder holds, so that nobody takes it for missing; absent: nothing. */
    readonly leftOut?: readonly LeftOut[];
    /** `length` bytes from `offset`, fewer at the end of the file; the whole file when both are left out. `path` as in `files`. */
    read(path: string, offset?: number, length?: number): Promise<Uint8Array>;
}
/** A file opened for reading at any offset. */
export interface RandomAccessFile {
    /** Bytes. */
    readonly size: number;
    read(offset: number, length: number): Promise<Uint8Array>;
    close(): Promise<void>;
}
/** The disk, as the hosts provide it. Paths are the operating system's own. */
export interface Disk {
    kind(path: string): Promise<'file' | 'folder' | 'absent'>;
    /** Throws `InputError` when the file cannot be read. */
    open(path: string): Promise<RandomAccessFile>;
    /** Every regular file below a folder. Links out of the folder are not followed; loops end. Folders in `skip` (by name) do not count. */
    tree(folder: string, skip?: readonly string[]): Promise<FileTree>;
}
