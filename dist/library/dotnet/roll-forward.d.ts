/** How far above the asked version the host may go, narrowest first. Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.h. */
declare const compatibilityRanges: readonly ['exact', 'patch', 'minor', 'major'];
export type CompatibilityRange = (typeof compatibilityRanges)[number];
/** A roll-forward setting as the host works with it; `highest` takes the highest version in range instead of the nearest. */
export interface RollForward {
    readonly range: CompatibilityRange;
    readonly highest: boolean;
}
export declare const defaultRollForward: RollForward;
/** `rollForward` and DOTNET_ROLL_FORWARD: an option's name in any case, untrimmed; anything else is refused. */
export declare function parseRollForward(text: string): RollForward | undefined;
/**
 * `rollForwardOnNoCandidateFx` as hostfxr 3.0 and later understand it: every number but 0, 1 and 2 disables roll-forward.
 * Source: dotnet/runtime:src/native/corehost/fxr/roll_fwd_on_no_candidate_fx_option.h, runtime_config.cpp.
 */
export declare function rollForwardOnNoCandidateFx(value: number): RollForward;
export declare function narrowerRange(left: CompatibilityRange, right: CompatibilityRange): CompatibilityRange;
export declare function isNarrower(left: CompatibilityRange, right: CompatibilityRange): boolean;
/** The option's name, for people. */
export declare function rollForwardName({ range, highest }: RollForward): string;
export {};
