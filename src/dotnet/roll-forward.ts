/** How far above the asked version the host may go, narrowest first. Source: dotnet/runtime:src/native/corehost/fxr/fx_reference.h. */
const compatibilityRanges = ['exact', 'patch', 'minor', 'major'] as const;
export type CompatibilityRange = (typeof compatibilityRanges)[number];

/** A roll-forward setting as the host works with it; `highest` takes the highest version in range instead of the nearest. */
export interface RollForward {
  readonly range: CompatibilityRange;
  readonly highest: boolean;
}

const options = new Map<string, RollForward>([
  ['disable', { range: 'exact', highest: false }],
  ['latestpatch', { range: 'patch', highest: false }],
  ['minor', { range: 'minor', highest: false }],
  ['latestminor', { range: 'minor', highest: true }],
  ['major', { range: 'major', highest: false }],
  ['latestmajor', { range: 'major', highest: true }],
]);

export const defaultRollForward: RollForward = { range: 'minor', highest: false };

/** `rollForward` and DOTNET_ROLL_FORWARD: an option's name in any case, untrimmed; anything else is refused. */
export function parseRollForward(text: string): RollForward | undefined {
  return options.get(text.toLowerCase());
}

/**
 * `rollForwardOnNoCandidateFx` as hostfxr 3.0 and later understand it: every number but 0, 1 and 2 disables roll-forward.
 * Source: dotnet/runtime:src/native/corehost/fxr/roll_fwd_on_no_candidate_fx_option.h, runtime_config.cpp.
 */
export function rollForwardOnNoCandidateFx(value: number): RollForward {
  const range = value === 0 ? 'patch' : value === 1 ? 'minor' : value === 2 ? 'major' : 'exact';
  return { range, highest: false };
}

export function narrowerRange(left: CompatibilityRange, right: CompatibilityRange): CompatibilityRange {
  return isNarrower(left, right) ? left : right;
}

export function isNarrower(left: CompatibilityRange, right: CompatibilityRange): boolean {
  return compatibilityRanges.indexOf(left) < compatibilityRanges.indexOf(right);
}

/** The option's name, for people. */
export function rollForwardName({ range, highest }: RollForward): string {
  const names = {
    exact: 'Disable',
    patch: 'LatestPatch',
    minor: highest ? 'LatestMinor' : 'Minor',
    major: highest ? 'LatestMajor' : 'Major',
  };
  return names[range];
}
