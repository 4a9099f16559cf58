import { optionalSections } from '../iis/stock-sections.ts';

const optional = optionalSections.map((path) => `'${path}'`).join(', ');

/** The part of the collector that reads applicationHost.config, and the web.config of every application. Windows PowerShell 5.1, in the middle of the script. */
export const collectIis = String.raw`function Test-True($value) { "$value" -match '^(true|1)$' }

# Variables of a pool on top of those of applicationPoolDefaults, in the order in which IIS takes them.
function Get-PoolVariables($pool, $defaults) {
  $variables = @{}
  foreach ($element in $defaults, $pool) {
    if (-not $element) { continue }
    foreach ($child in $element.SelectNodes('environmentVariables/*')) {
      if ($child.LocalName -eq 'clear') { $variables.Clear() }
      if ($child.LocalName -eq 'remove') { $variables.Remove($child.GetAttribute('name')) }
      if ($child.LocalName -eq 'add') { $variables[$child.GetAttribute('name')] = $child.GetAttribute('value') }
    }
  }
  Get-KeptVariables $variables
}

# The first of several elements that has a setting says it; nothing where none does.
function Set-Setting($result, $name, $elements) {
  foreach ($element in $elements) {
    if ($element -and $element.HasAttribute($name)) { $result[$name] = $element.GetAttribute($name); return }
  }
}

# One of the words that the manifest knows, in its case.
function Get-Spelling($written, $words) { $words | Where-Object { $_ -eq $written } }

# Settings of the worker process, where the pool or applicationPoolDefaults say them.
function Add-ProcessSettings($result, $pool, $defaults) {
  # What IIS takes where nobody writes it, in all its versions.
  $written = [ordered]@{ idleTimeout = '00:20:00'; startupTimeLimit = '00:01:30'; shutdownTimeLimit = '00:01:30' }
  $levels = @($pool, $defaults) | Where-Object { $_ }
  $process = @($levels | ForEach-Object { $_.SelectSingleNode('processModel') })
  $failure = @($levels | ForEach-Object { $_.SelectSingleNode('failure') })
  $times = 'idleTimeout', 'startupTimeLimit', 'shutdownTimeLimit'
  foreach ($name in @('identityType', 'loadUserProfile', 'setProfileEnvironment', 'maxProcesses') + $times) { Set-Setting $written $name $process }
  Set-Setting $written 'rapidFailProtection' $failure
  $identity = Get-Spelling $written.identityType @('ApplicationPoolIdentity', 'NetworkService', 'LocalService', 'LocalSystem', 'SpecificUser')
  if ($identity) { $result.identityType = $identity }
  foreach ($name in 'loadUserProfile', 'setProfileEnvironment', 'rapidFailProtection') {
    if ($written.Contains($name)) { $result[$name] = Test-True $written[$name] }
  }
  if ($written.maxProcesses -match '^\d{1,9}$') { $result.maxProcesses = [int]$written.maxProcesses }
  foreach ($name in $times) {
    if ($written[$name] -match '^(\d{1,4}\.)?\d{1,2}:\d{2}:\d{2}$') { $result[$name] = $written[$name] }
  }
}

# Pools that are stopped now, also those that IIS stopped after crashes; nothing where appcmd cannot tell.
function Get-StoppedPools {
  try { @(& (Join-Folders @($env:windir, 'System32', 'inetsrv', 'appcmd.exe')) list apppool /state:Stopped /text:name) } catch { @() }
}

function Get-Pool($pool, $defaults, $stopped) {
  $name = $pool.GetAttribute('name')
  $levels = @($pool, $defaults)
  $result = [ordered]@{ name = $name; enable32BitAppOnWin64 = $false }
  foreach ($setting in 'enable32BitAppOnWin64', 'enableEmulationOnWinArm64', 'enableConfigurationOverride') {
    Set-Setting $result $setting $levels
    if ($result.Contains($setting)) { $result[$setting] = Test-True $result[$setting] }
  }
  Set-Setting $result 'managedRuntimeVersion' $levels
  $written = [ordered]@{ autoStart = 'true'; startMode = 'OnDemand' }
  foreach ($setting in 'managedPipelineMode', 'autoStart', 'startMode') { Set-Setting $written $setting $levels }
  $mode = Get-Spelling $written.managedPipelineMode @('Integrated', 'Classic')
  if ($mode) { $result.managedPipelineMode = $mode }
  $result.state = 'Started'
  if (($stopped -contains $name) -or -not (Test-True $written.autoStart)) { $result.state = 'Stopped' }
  $start = Get-Spelling $written.startMode @('OnDemand', 'AlwaysRunning')
  if ($start) { $result.startMode = $start }
  Add-ProcessSettings $result $pool $defaults
  $result.environment = Get-PoolVariables $pool $defaults
  $result
}

# How an application runs today: version 1 of the module does not know the models, and version 2 does not know of it.
function Get-HostingModel($sections, $handlers) {
  if ($sections.Count -eq 0) { return 'none' }
  $modules = @($handlers | ForEach-Object { $_.GetAttribute('modules') })
  if (($modules -contains 'AspNetCoreModule') -and -not ($modules -contains 'AspNetCoreModuleV2')) { return 'none' }
  if (@($sections | Where-Object { $_.GetAttribute('hostingModel') -eq 'inprocess' }).Count -gt 0) { return 'inprocess' }
  'outofprocess'
}

# The handlers an application adds and its hosting model, from the web.config that is there; nothing where it cannot be read.
function Add-WebConfigFacts($result, $folder, $located) {
  try {
    $root = [Environment]::ExpandEnvironmentVariables($folder)
    if (-not (Test-Folder $root)) { return }
    $file = Join-Folders @($root, 'web.config')
    if (-not (Test-File $file)) { if (-not $located) { $result.hostingModel = 'none' }; return }
    $own = '/configuration/*[not(self::location)]|/configuration/location[not(@path) or @path="" or @path="."]/*'
    $servers = @((Read-Xml $file).SelectNodes($own) | Where-Object { $_.LocalName -eq 'system.webServer' })
    $sections = @($servers | ForEach-Object { $_.SelectNodes('aspNetCore') })
    $added = @($servers | ForEach-Object { $_.SelectNodes('handlers/add') })
    if ($sections.Count -gt 0 -or -not $located) { $result.hostingModel = Get-HostingModel $sections $added }
    $result.handlers = @($added | ForEach-Object { $_.GetAttribute('name') } | Where-Object { $_ })
    $open = @($servers | Where-Object { $_.SelectSingleNode('handlers/add') -and $_.ParentNode.GetAttribute('inheritInChildApplications') -ne 'false' })
    if ($added.Count -gt 0) { $result.inheritInChildApplications = $open.Count -gt 0 }
  } catch { return }
}

function Get-Application($application, $defaults, $located) {
  $settings = [ordered]@{ path = '/' }
  Set-Setting $settings 'path' @($application)
  $result = [ordered]@{ path = $settings.path }
  foreach ($name in 'applicationPool', 'preloadEnabled') { Set-Setting $settings $name (@($application) + $defaults) }
  if ($settings.applicationPool) { $result.appPool = $settings.applicationPool }
  $folder = $application.SelectSingleNode('virtualDirectory[@path="/"]/@physicalPath')
  if ($folder -and $folder.Value) {
    $result.physicalPath = $folder.Value
    Add-WebConfigFacts $result $folder.Value $located
  }
  if ($settings.preloadEnabled) { $result.preloadEnabled = Test-True $settings.preloadEnabled }
  $result
}

function Test-Locked($section) {
  $onlyHere = 'AppHostOnly', 'MachineOnly' -contains $section.GetAttribute('allowDefinition')
  $onlyHere -or $section.GetAttribute('overrideModeDefault') -eq 'Deny'
}

# Whether a location opens or closes what is in it; nothing where it leaves that as it is.
function Get-OverrideMode($location) {
  if ('Allow', 'Deny' -contains $location.GetAttribute('overrideMode')) { return $location.GetAttribute('overrideMode') -eq 'Deny' }
  if ($location.HasAttribute('allowOverride')) { return $location.GetAttribute('allowOverride') -eq 'false' }
}

# Whether the server switches Windows authentication on for a path: the nearest location that says so, else the server as a whole.
function Get-WindowsAuthentication($configuration, $path) {
  $inside = 'system.webServer/security/authentication/windowsAuthentication/@enabled'
  $enabled = 'false'
  $wanted = @('', '.')
  $parent = ''
  foreach ($segment in $path.Trim('/').Split('/')) {
    $parent = "$parent/$segment".Trim('/')
    $wanted += $parent
  }
  $own = $configuration.SelectSingleNode($inside)
  if ($own) { $enabled = $own.Value }
  foreach ($place in $wanted) {
    foreach ($location in $configuration.SelectNodes('location')) {
      $found = $location.SelectSingleNode($inside)
      if ($found -and $location.GetAttribute('path').Trim('/') -eq $place) { $enabled = $found.Value }
    }
  }
  Test-True $enabled
}

function Get-Sections($configuration) {
  $sections = [ordered]@{}
  foreach ($section in $configuration.SelectNodes('configSections//section')) {
    $names = @($section.GetAttribute('name'))
    for ($parent = $section.ParentNode; $parent.LocalName -eq 'sectionGroup'; $parent = $parent.ParentNode) { $names = @($parent.GetAttribute('name')) + $names }
    $path = $names -join '/'
    if ($path -match '^[\w./-]+$') { $sections[$path] = [ordered]@{ declared = $true; locked = Test-Locked $section } }
  }
  if ($sections.Count -eq 0) { return $sections }
  foreach ($path in @($sections.Keys)) {
    if ($configuration.SelectSingleNode("$path[@lockItem='true']|location[not(@path) or @path='' or @path='.']/$path[@lockItem='true']")) { $sections[$path].locked = $true }
  }
  foreach ($location in $configuration.SelectNodes('location')) {
    $locked = Get-OverrideMode $location
    if ($null -eq $locked) { continue }
    foreach ($path in @($sections.Keys)) {
      if (-not $location.SelectSingleNode($path)) { continue }
      if ('', '.' -contains $location.GetAttribute('path')) { $sections[$path].locked = $locked }
      # Open for one site and closed for another: that cannot be said of the server.
      elseif ($sections[$path].locked -ne $locked) { $sections[$path].Remove('locked') }
    }
  }
  # What an installation would have brought, and did not.
  foreach ($path in ${optional}) {
    if (-not $sections.Contains($path)) { $sections[$path] = [ordered]@{ declared = $false } }
  }
  $sections
}

# A module that is registered for one bitness only is told with it.
function Get-GlobalModule($module) {
  $name = $module.GetAttribute('name')
  if ($module.GetAttribute('preCondition') -match '\bbitness(32|64)\b') { [ordered]@{ name = $name; preCondition = $matches[0] } } else { $name }
}

# The configuration that is in force: with shared configuration it is in another folder.
function Get-ConfigurationFile {
  $folder = Join-Folders @($env:windir, 'System32', 'inetsrv', 'config')
  $redirection = Join-Folders @($folder, 'redirection.config')
  if (Test-File $redirection) {
    $shared = (Read-Xml $redirection).SelectSingleNode('/configuration/configurationRedirection')
    if ($shared -and (Test-True $shared.GetAttribute('enabled'))) { $folder = [Environment]::ExpandEnvironmentVariables($shared.GetAttribute('path')).TrimEnd('\', '/') }
  }
  Join-Folders @($folder, 'applicationHost.config')
}

function Get-Iis {
  $file = Get-ConfigurationFile
  if (-not (Test-File $file)) {
    Write-Problem "There is no $file, so nothing is told about IIS. Is it installed, and can this account read a shared configuration?"
    return $null
  }
  $configuration = (Read-Xml $file).SelectSingleNode('/configuration')
  $result = [ordered]@{}
  $major = Get-RegistryValue 'Registry64' 'SOFTWARE\Microsoft\InetStp' 'MajorVersion'
  if ($null -ne $major) { $result.version = '{0}.{1}' -f $major, (Get-RegistryValue 'Registry64' 'SOFTWARE\Microsoft\InetStp' 'MinorVersion') }
  $result.globalModules = @($configuration.SelectNodes('system.webServer/globalModules/add') | ForEach-Object { Get-GlobalModule $_ })
  $result.sections = Get-Sections $configuration
  $stopped = Get-StoppedPools
  $defaults = $configuration.SelectSingleNode('system.applicationHost/applicationPools/applicationPoolDefaults')
  $result.appPools = @($configuration.SelectNodes('system.applicationHost/applicationPools/add') | ForEach-Object { Get-Pool $_ $defaults $stopped })
  $located = @($configuration.SelectNodes('location[system.webServer/aspNetCore]') | ForEach-Object { $_.GetAttribute('path').Trim('/') })
  $global = @($configuration.SelectSingleNode('system.applicationHost/sites/applicationDefaults'))
  $result.sites = @($configuration.SelectNodes('system.applicationHost/sites/site') | ForEach-Object {
      $site = $_
      $own = @($site.SelectSingleNode('applicationDefaults')) + $global
      $applications = @($site.SelectNodes('application') | ForEach-Object {
          $place = ($site.GetAttribute('name') + $_.GetAttribute('path')).Trim('/')
          $application = Get-Application $_ $own (@($located | Where-Object { "$place/".StartsWith("$_/", 'OrdinalIgnoreCase') }).Count -gt 0)
          $application.windowsAuthentication = Get-WindowsAuthentication $configuration $place
          $application
        })
      $bindings = @($site.SelectNodes('bindings/binding') | ForEach-Object {
          [ordered]@{ protocol = $_.GetAttribute('protocol'); bindingInformation = $_.GetAttribute('bindingInformation') }
        })
      [ordered]@{ name = $site.GetAttribute('name'); bindings = $bindings; applications = $applications }
    })
  $result
}`;
