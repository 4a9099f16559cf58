import released from './dotnet-releases.json' with { type: 'json' };

/** One release of .NET with a runtime. */
export interface DotnetRelease {
  /** As the release notes call it, such as `8.0.11` or `9.0.0-rc.2`. */
  readonly version: string;
  /** `YYYY-MM-DD` as written in the data; it moves when an entry is refreshed, so use it for messages only. */
  readonly date: string;
  /** It fixed a vulnerability. */
  readonly security?: boolean;
  /** Version of Microsoft.NETCore.App; absent: the same as `version`. */
  readonly runtime?: string;
  /** Version of Microsoft.AspNetCore.App; absent: the same as that of Microsoft.NETCore.App. */
  readonly aspNetCore?: string;
  /** File version of the `aspnetcorev2.dll` in its hosting bundle; absent: the data do not say, or there is none. */
  readonly module?: string;
}

/** A major and minor version with its patches. */
export interface DotnetChannel {
  /** Such as `8.0`. */
  readonly channel: string;
  /** `lts` or `sts`. */
  readonly support: string;
  /** Last day of support, `YYYY-MM-DD`; absent while none is announced. */
  readonly endOfSupport?: string;
  /** Patch versions below the newest that were never released. */
  readonly neverReleased: readonly string[];
  /** Newest first. */
  readonly releases: readonly DotnetRelease[];
}

/** Releases of .NET as github.com/dotnet/core describes them; what came out after `dataDate` is not in it. */
export const dotnetReleases: readonly DotnetChannel[] = released.channels;

/** The day the data were taken, `YYYY-MM-DD`. */
export const dataDate: string = released.dataDate;

/** The channel of a runtime or bundle version; `undefined` when the data do not have it. */
export function channelOf(version: string): DotnetChannel | undefined {
  const channel = /^(\d{1,9}\.\d{1,9})\./.exec(version)?.[1];
  return dotnetReleases.find((candidate) => candidate.channel === channel);
}

/** The release with this version, or with this version of either framework. */
export function releaseOf(version: string): DotnetRelease | undefined {
  return channelOf(version)?.releases.find((release) => [release.version, release.runtime, release.aspNetCore].includes(version));
}

/** The newest release that is not a preview; `undefined` for a channel that only has previews. */
export function newestRelease(channel: DotnetChannel): DotnetRelease | undefined {
  return channel.releases.find(({ version }) => !version.includes('-'));
}
