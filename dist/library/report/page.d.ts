import { type Paint } from './paint.ts';
/** What a text is written on: a terminal, a file or a build log. */
export interface Page {
    readonly paint: Paint;
    /** Columns that a line may use; a word that is longer stays whole. */
    readonly width: number;
}
/** For files, pipes and build logs. */
export declare const plainPage: Page;
/** How a text should look. */
export interface Looks {
    /** Terminal colours. */
    readonly color?: boolean;
    /** Columns of the terminal; absent: there is no edge. */
    readonly width?: number;
}
export declare function pageOf({ color, width }: Looks): Page;
