/** An application that is published with the .NET SDK to make a fixture. */
export interface PublishRecipe {
  /** Folder in fixtures/publish. */
  readonly name: string;
  /** Of the project; absent = `Microsoft.NET.Sdk.Web`. */
  readonly sdk?: 'Microsoft.NET.Sdk.Web' | 'Microsoft.NET.Sdk.Worker' | 'Microsoft.NET.Sdk';
  /** Absent = `net10.0`. */
  readonly targetFramework?: string;
  /** What follows `dotnet publish -c Release`. */
  readonly arguments?: readonly string[];
  /** What is run before, without `dotnet`: a build of its own, a first publish. */
  readonly before?: readonly (readonly string[])[];
  /** Folder that becomes the fixture, relative to the project; absent = the published folder. */
  readonly output?: string;
  /** Further properties of the project. */
  readonly properties?: Readonly<Record<string, string>>;
  /** FrameworkReference items of the project. */
  readonly frameworks?: readonly string[];
  /** PackageReference items of the project, with their versions. */
  readonly packages?: Readonly<Record<string, string>>;
  /** Program.cs; absent = the smallest application of its SDK. */
  readonly program?: string;
  /** A web.config in the project; absent = what the SDK writes. */
  readonly webConfig?: string;
  /** What happens to the output afterwards, as people and pipelines do it: paths to delete. */
  readonly deleted?: readonly string[];
  /** What it shows. */
  readonly shows: string;
}

/** Attributes of an aspNetCore element, in a web.config as a project has it. */
export const webConfigWith = (
  attributes: string,
  { module = 'AspNetCoreModuleV2', more = '' } = {},
): string => `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <location path="." inheritInChildApplications="false">
    <system.webServer>
      <handlers>
        <add name="aspNetCore" path="*" verb="*" modules="${module}" resourceType="Unspecified" />
      </handlers>
      <aspNetCore ${attributes} stdoutLogEnabled="false" stdoutLogFile=".\\logs\\stdout" />
${more}    </system.webServer>
  </location>
</configuration>
`;
