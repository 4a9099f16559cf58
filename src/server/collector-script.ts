import { collectIis } from './collector-iis.ts';

/**
 * The script that describes a server: Windows PowerShell 5.1 and later, run as an administrator, for servers without Node. It only reads.
 * Everything it prints is in version 1 of the manifest; values of variables that are not settings of .NET or IIS stay on the server.
 */
export const collectorScript = String.raw`# Describes this server for iis-preflight. Run as an administrator; it changes nothing and sends nothing.
#   powershell -ExecutionPolicy Bypass -File collect.ps1 > server.json
$ErrorActionPreference = 'Stop'
$kept = '^(PATH$|DOTNET_|ASPNETCORE_|ANCM_)'

function Get-RegistryValue($key, $name) {
  try { (Get-ItemProperty -Path $key -Name $name -ErrorAction Stop).$name } catch { $null }
}

function Join-Folders([string[]]$parts) {
  $path = $parts[0]
  foreach ($part in $parts[1..($parts.Length - 1)]) { $path = Join-Path $path $part }
  $path
}

# A value that may be a secret is told as null: the variable is set, its value is not kept.
function Get-KeptVariables($variables) {
  $result = [ordered]@{}
  foreach ($name in @($variables.Keys | Sort-Object)) {
    if ($name -match $kept) { $result[$name] = [string]$variables[$name] } else { $result[$name] = $null }
  }
  $result
}

# The machine word of the PE header of dotnet.exe.
function Get-Architecture($file) {
  try {
    $bytes = New-Object byte[] 4096
    $stream = [System.IO.File]::Open($file, 'Open', 'Read', 'ReadWrite')
    try { [void]$stream.Read($bytes, 0, 4096) } finally { $stream.Dispose() }
    switch ([BitConverter]::ToUInt16($bytes, [BitConverter]::ToInt32($bytes, 0x3c) + 4)) {
      0x8664 { 'x64' }
      0x14c { 'x86' }
      0xaa64 { 'arm64' }
    }
  } catch { $null }
}

function Get-Folders($path) {
  if (Test-Path -LiteralPath $path) { @(Get-ChildItem -LiteralPath $path -Directory | Sort-Object Name) } else { @() }
}

# A version folder, as text when everything is there.
function Get-VersionFolder($folder, $file) {
  if (Test-Path -LiteralPath (Join-Path $folder.FullName $file)) { $folder.Name }
  else { [ordered]@{ version = $folder.Name; complete = $false } }
}

function Get-References($file) {
  try {
    $options = (Get-Content -LiteralPath $file -Raw | ConvertFrom-Json).runtimeOptions
    $found = @()
    if ($options.framework) { $found += $options.framework }
    if ($options.frameworks) { $found += $options.frameworks }
    @($found | Where-Object { $_.name -and $_.version } | ForEach-Object { [ordered]@{ name = $_.name; version = $_.version } })
  } catch { @() }
}

function Get-Framework($name, $folder) {
  $result = [ordered]@{ version = $folder.Name }
  if (-not (Test-Path -LiteralPath (Join-Path $folder.FullName "$name.deps.json"))) { $result.complete = $false }
  $references = @(Get-References (Join-Path $folder.FullName "$name.runtimeconfig.json"))
  if ($references.Count -gt 0) { $result.references = $references }
  if ($result.Count -eq 1) { $folder.Name } else { $result }
}

function Get-DotnetRoot($root) {
  $result = [ordered]@{ root = $root }
  $architecture = Get-Architecture (Join-Path $root 'dotnet.exe')
  if ($architecture) { $result.architecture = $architecture }
  $result.hostfxr = @(Get-Folders (Join-Folders @($root, 'host', 'fxr')) | ForEach-Object { Get-VersionFolder $_ 'hostfxr.dll' })
  $result.frameworks = [ordered]@{}
  foreach ($framework in Get-Folders (Join-Path $root 'shared')) {
    $result.frameworks[$framework.Name] = @(Get-Folders $framework.FullName | ForEach-Object { Get-Framework $framework.Name $_ })
  }
  $result.sharedStore = Test-Path -LiteralPath (Join-Path $root 'store')
  $result
}

$machine = [Environment]::GetEnvironmentVariables('Machine')
$setup = 'HKLM:\SOFTWARE\WOW6432Node\dotnet\Setup\InstalledVersions'
$session = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Environment'
$processor = Get-RegistryValue $session 'PROCESSOR_ARCHITECTURE'

$locations = [ordered]@{}
foreach ($architecture in 'x64', 'x86', 'arm64') {
  $location = Get-RegistryValue "$setup\$architecture" 'InstallLocation'
  if ($location) { $locations[$architecture] = $location }
}

$programFiles = @($env:ProgramW6432, $env:ProgramFiles, [Environment]::GetEnvironmentVariable('ProgramFiles(x86)')) | Where-Object { $_ } | Select-Object -Unique
$candidates = @($locations.Values) + @($programFiles | ForEach-Object { Join-Path $_ 'dotnet' }) + @($machine['DOTNET_ROOT'], $machine['DOTNET_ROOT(x86)']) + @("$($machine['PATH'])" -split ';')
$roots = @($candidates | Where-Object { $_ } | ForEach-Object { $_.TrimEnd('\', '/') } | Sort-Object -Unique | Where-Object {
    (Test-Path -LiteralPath (Join-Path $_ 'dotnet.exe')) -or (Test-Path -LiteralPath (Join-Folders @($_, 'host', 'fxr')))
  })

function Get-Module {
  $folders = @($programFiles | ForEach-Object { Join-Folders @($_, 'IIS', 'Asp.Net Core Module', 'V2') } | Where-Object { Test-Path -LiteralPath (Join-Path $_ 'aspnetcorev2.dll') })
  if ($folders.Count -eq 0) { return [ordered]@{ installed = $false } }
  $result = [ordered]@{}
  $info = (Get-Item -LiteralPath (Join-Path $folders[0] 'aspnetcorev2.dll')).VersionInfo
  if ($info.FileMajorPart) { $result.version = '{0}.{1}.{2}.{3}' -f $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart }
  $result.architectures = @($folders | ForEach-Object { Get-Architecture (Join-Path $_ 'aspnetcorev2.dll') } | Where-Object { $_ } | Select-Object -Unique)
  $result.outOfProcessHandlers = @(Get-Folders $folders[0] | Where-Object { $_.Name -match '^\d+\.\d+\.\d+' } | ForEach-Object { Get-VersionFolder $_ 'aspnetcorev2_outofprocess.dll' })
  $disabled = Get-RegistryValue 'HKLM:\SOFTWARE\Microsoft\IIS Extensions\IIS AspNetCore Module V2\Parameters' 'DisableANCM'
  $result.disabled = [bool]$disabled
  $result
}

${collectIis}
$names = @{ AMD64 = 'x64'; x86 = 'x86'; ARM64 = 'arm64' }
$manifest = [ordered]@{
  manifestVersion = 1
  name = [Environment]::MachineName
  collectedAt = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
  os = [ordered]@{ version = '{0}.{1}.{2}' -f [Environment]::OSVersion.Version.Major, [Environment]::OSVersion.Version.Minor, [Environment]::OSVersion.Version.Build }
  environment = Get-KeptVariables $machine
  dotnet = @($roots | ForEach-Object { Get-DotnetRoot $_ })
  dotnetInstallLocations = $locations
  aspNetCoreModule = Get-Module
}
if ($processor -and $names.ContainsKey($processor)) { $manifest.os.architecture = $names[$processor] }
$iis = Get-Iis
if ($iis) { $manifest.iis = $iis }
ConvertTo-Json -InputObject $manifest -Depth 12
`;
