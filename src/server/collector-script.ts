import { collectIis } from './collector-iis.ts';

/**
 * The script that describes a server: Windows PowerShell 5.1 and later, run as an administrator, for servers without Node. It only reads.
 * Everything it prints is in version 1 of the manifest, in ASCII, so that no redirection can spoil it; values of variables that are not
 * settings of .NET or IIS stay on the server.
 */
export const collectorScript = String.raw`# Describes this server for iis-preflight. Run as an administrator; it changes nothing and sends nothing.
#   powershell -NoProfile -ExecutionPolicy Bypass -File collect.ps1 > server.json
# It reads folders and files of .NET and of the ASP.NET Core Module, their values in the registry, the machine's variables,
# applicationHost.config, and web.config of every application; it asks appcmd which pools are stopped.
# It prints versions, pools, sites with their bindings and folders, modules and sections. Of variables it prints the values of PATH,
# DOTNET_*, ASPNETCORE_* and ANCM_*, unless the name speaks of a secret; of all others only the names. No password of a pool is read.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$kept = '^(PATH$|DOTNET_|ASPNETCORE_|ANCM_)'
$secret = 'PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|CONNECTION_?STRING'
$versionFolder = '^\d{1,9}\.\d{1,9}\.\d{1,9}(-[0-9A-Za-z.-]{1,100})?$'
$moduleFolder = '^\d{1,9}\.\d{1,9}\.\d{1,9}(\.\d{1,9})?(-[0-9A-Za-z.-]{1,100})?$'

function Write-Problem($text) { [Console]::Error.WriteLine("collect: $text") }

if ($env:OS -eq 'Windows_NT') {
  if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) {
    Write-Problem 'This is 32-bit PowerShell, which Windows shows other folders. Run the script in 64-bit PowerShell.'
    exit 1
  }
  $user = New-Object Security.Principal.WindowsPrincipal ([Security.Principal.WindowsIdentity]::GetCurrent())
  if (-not $user.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Problem 'Run the script as an administrator; the configuration of IIS cannot be read otherwise.'
    exit 1
  }
}

# 32-bit programs and the installers of .NET write to the view Registry32.
function Get-RegistryValue($view, $key, $name) {
  try {
    $opened = [Microsoft.Win32.RegistryKey]::OpenBaseKey('LocalMachine', $view).OpenSubKey($key)
    if ($opened) { $opened.GetValue($name) }
  } catch { $null }
}

# Joined as text: Join-Path and Test-Path fail for drives that are not there and for characters that paths cannot have.
function Join-Folders([string[]]$parts) { $parts -join [System.IO.Path]::DirectorySeparatorChar }
function Test-File($path) { [System.IO.File]::Exists($path) }
function Test-Folder($path) { [System.IO.Directory]::Exists($path) }

function Read-Xml($file) {
  $document = New-Object System.Xml.XmlDocument
  $document.XmlResolver = $null
  $document.Load($file)
  $document
}

# A value that may be a secret is told as null: the variable is set, its value is not kept.
function Get-KeptVariables($variables) {
  $result = [ordered]@{}
  foreach ($name in @($variables.get_Keys() | Sort-Object)) {
    $value = [string]$variables[$name]
    if ($name -match $kept -and $name -notmatch $secret -and -not $value.StartsWith('[enc:')) { $result[$name] = $value }
    else { $result[$name] = $null }
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
  if (Test-Folder $path) { @(Get-ChildItem -LiteralPath $path -Directory | Sort-Object Name) } else { @() }
}

# Folders whose names are versions; the host and the module pass over all others.
function Get-VersionFolders($path, $pattern) { @(Get-Folders $path | Where-Object { $_.Name -match $pattern }) }

# A version folder, as text when everything is there.
function Get-VersionFolder($folder, $file) {
  if (Test-File (Join-Folders @($folder.FullName, $file))) { $folder.Name }
  else { [ordered]@{ version = $folder.Name; complete = $false } }
}

function Get-References($file) {
  try {
    $options = ([System.IO.File]::ReadAllText($file) | ConvertFrom-Json).runtimeOptions
    $found = @($options.framework) + @($options.frameworks)
    @($found | Where-Object { $_.name -and $_.version -match $versionFolder } | ForEach-Object { [ordered]@{ name = $_.name; version = $_.version } })
  } catch { @() }
}

function Get-Framework($name, $folder) {
  $result = [ordered]@{ version = $folder.Name }
  if (-not (Test-File (Join-Folders @($folder.FullName, "$name.deps.json")))) { $result.complete = $false }
  $references = @(Get-References (Join-Folders @($folder.FullName, "$name.runtimeconfig.json")))
  if ($references.Count -gt 0) { $result.references = $references }
  if ($result.Count -eq 1) { $folder.Name } else { $result }
}

function Get-DotnetRoot($root) {
  $result = [ordered]@{ root = $root }
  $architecture = Get-Architecture (Join-Folders @($root, 'dotnet.exe'))
  if ($architecture) { $result.architecture = $architecture }
  $result.hostfxr = @(Get-VersionFolders (Join-Folders @($root, 'host', 'fxr')) $versionFolder | ForEach-Object { Get-VersionFolder $_ 'hostfxr.dll' })
  $result.frameworks = [ordered]@{}
  foreach ($framework in Get-Folders (Join-Folders @($root, 'shared'))) {
    $result.frameworks[$framework.Name] = @(Get-VersionFolders $framework.FullName $versionFolder | ForEach-Object { Get-Framework $framework.Name $_ })
  }
  $result.sharedStore = Test-Folder (Join-Folders @($root, 'store'))
  $result
}

# A hashtable of PowerShell ignores the case of names, as Windows does; the one of .NET does not.
$machine = @{}
$variables = [Environment]::GetEnvironmentVariables('Machine')
foreach ($name in $variables.get_Keys()) { $machine[$name] = $variables[$name] }

$locations = [ordered]@{}
foreach ($architecture in 'x64', 'x86', 'arm64') {
  $location = Get-RegistryValue 'Registry32' "SOFTWARE\dotnet\Setup\InstalledVersions\$architecture" 'InstallLocation'
  if ($location) { $locations[$architecture] = [string]$location }
}

$programFiles = @($env:ProgramW6432, $env:ProgramFiles, [Environment]::GetEnvironmentVariable('ProgramFiles(x86)')) | Where-Object { $_ } | Select-Object -Unique
$candidates = @($locations.Values) + @($programFiles | ForEach-Object { Join-Folders @($_, 'dotnet') }) + @($machine['DOTNET_ROOT'], $machine['DOTNET_ROOT(x86)']) + @("$($machine['PATH'])" -split ';')
$roots = @($candidates | Where-Object { $_ } | ForEach-Object { $_.Trim('"', ' ').TrimEnd('\', '/') } | Where-Object { $_ -match '^([A-Za-z]:)?[\\/]' } | Sort-Object -Unique | Where-Object {
    (Test-File (Join-Folders @($_, 'dotnet.exe'))) -or (Test-Folder (Join-Folders @($_, 'host', 'fxr')))
  })

function Get-Module {
  $folders = @($programFiles | ForEach-Object { Join-Folders @($_, 'IIS', 'Asp.Net Core Module', 'V2') } | Where-Object { Test-File (Join-Folders @($_, 'aspnetcorev2.dll')) })
  if ($folders.Count -eq 0) { return [ordered]@{ installed = $false } }
  $result = [ordered]@{}
  $info = (Get-Item -LiteralPath (Join-Folders @($folders[0], 'aspnetcorev2.dll'))).VersionInfo
  if ($info.FileMajorPart) { $result.version = '{0}.{1}.{2}.{3}' -f $info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart }
  $result.architectures = @($folders | ForEach-Object { Get-Architecture (Join-Folders @($_, 'aspnetcorev2.dll')) } | Where-Object { $_ } | Select-Object -Unique)
  $result.outOfProcessHandlers = @(Get-VersionFolders $folders[0] $moduleFolder | ForEach-Object { Get-VersionFolder $_ 'aspnetcorev2_outofprocess.dll' })
  $result.disabled = [bool](Get-RegistryValue 'Registry64' 'SOFTWARE\Microsoft\IIS Extensions\IIS AspNetCore Module V2\Parameters' 'DisableANCM')
  $result
}

${collectIis}
$names = @{ AMD64 = 'x64'; x86 = 'x86'; ARM64 = 'arm64' }
$processor = Get-RegistryValue 'Registry64' 'SYSTEM\CurrentControlSet\Control\Session Manager\Environment' 'PROCESSOR_ARCHITECTURE'
$system = [Environment]::OSVersion.Version
$manifest = [ordered]@{
  manifestVersion = 1
  name = [Environment]::MachineName
  collectedAt = [DateTime]::UtcNow.ToString('yyyy-MM-ddTHH:mm:ssZ')
  os = [ordered]@{ version = '{0}.{1}.{2}' -f $system.Major, $system.Minor, $system.Build }
  environment = Get-KeptVariables $machine
  dotnet = @($roots | ForEach-Object { Get-DotnetRoot $_ })
  dotnetInstallLocations = $locations
  aspNetCoreModule = Get-Module
}
if ($processor -and $names.ContainsKey($processor)) { $manifest.os.architecture = $names[$processor] }
$iis = Get-Iis
if ($iis) { $manifest.iis = $iis }
$json = ConvertTo-Json -InputObject $manifest -Depth 12
[regex]::Replace($json, '[^\x00-\x7f]', { param($match) '\u{0:x4}' -f [int][char]$match.Value })
`;
