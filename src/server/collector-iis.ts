/** The part of the collector that reads applicationHost.config, and the web.config of every application. Windows PowerShell 5.1, in the middle of the script. */
export const collectIis = String.raw`function Get-PoolVariables($element, $defaults) {
  $variables = @{}
  foreach ($list in $defaults.environmentVariables, $element.environmentVariables) {
    if ($list) { foreach ($add in $list.SelectNodes('add')) { $variables[$add.name] = $add.value } }
  }
  Get-KeptVariables $variables
}

# The setting of a pool, or that of applicationPoolDefaults; nothing where neither says it.
function Set-PoolSetting($result, $name, $pool, $defaults) {
  foreach ($element in $pool, $defaults) {
    if ($element -and $element.HasAttribute($name)) { $result[$name] = $element.GetAttribute($name); return }
  }
}

# Settings of the worker process, where the pool or applicationPoolDefaults say them.
function Add-ProcessSettings($result, $pool, $defaults) {
  # What IIS takes where nobody writes it, in all its versions.
  $written = [ordered]@{ idleTimeout = '00:20:00'; startupTimeLimit = '00:01:30'; shutdownTimeLimit = '00:01:30' }
  foreach ($name in 'identityType', 'loadUserProfile', 'setProfileEnvironment', 'maxProcesses', 'idleTimeout', 'startupTimeLimit', 'shutdownTimeLimit') { Set-PoolSetting $written $name $pool.processModel $defaults.processModel }
  Set-PoolSetting $written 'rapidFailProtection' $pool.failure $defaults.failure
  foreach ($name in $written.Keys) {
    $value = $written[$name]
    if ($name -eq 'maxProcesses') { $value = [int]$value }
    if ('loadUserProfile', 'setProfileEnvironment', 'rapidFailProtection' -contains $name) { $value = Test-True $value }
    $result[$name] = $value
  }
}

function Test-True($value) { "$value" -match '^(true|1)$' }

# Pools that are stopped now, also those that IIS stopped after crashes; nothing where appcmd cannot tell.
function Get-StoppedPools {
  $appcmd = Join-Folders @($env:windir, 'System32', 'inetsrv', 'appcmd.exe')
  try { @(& $appcmd list apppool /state:Stopped /text:name) } catch { @() }
}

function Get-Pool($pool, $defaults, $stopped) {
  $result = [ordered]@{ name = $pool.name; enable32BitAppOnWin64 = $false }
  foreach ($name in 'enable32BitAppOnWin64', 'enableEmulationOnWinArm64', 'enableConfigurationOverride') {
    Set-PoolSetting $result $name $pool $defaults
    if ($result.Contains($name)) { $result[$name] = Test-True $result[$name] }
  }
  Set-PoolSetting $result 'managedRuntimeVersion' $pool $defaults
  Set-PoolSetting $result 'managedPipelineMode' $pool $defaults
  $start = [ordered]@{ autoStart = 'true' }
  Set-PoolSetting $start 'autoStart' $pool $defaults
  $result.state = 'Started'
  if (($stopped -contains $pool.name) -or -not (Test-True $start.autoStart)) { $result.state = 'Stopped' }
  $result.startMode = 'OnDemand'
  Set-PoolSetting $result 'startMode' $pool $defaults
  Add-ProcessSettings $result $pool $defaults
  $result.environment = Get-PoolVariables $pool $defaults
  $result
}

# How the application is hosted today and which handlers it adds, from the web.config that is there; nothing where it cannot be read.
function Add-WebConfigFacts($result, $folder) {
  try {
    $file = Join-Path ([Environment]::ExpandEnvironmentVariables($folder)) 'web.config'
    if (-not (Test-Path -LiteralPath $file)) { $result.hostingModel = 'none'; return }
    $configuration = New-Object System.Xml.XmlDocument
    $configuration.XmlResolver = $null
    $configuration.Load($file)
    $own = '/configuration/*[not(self::location)]|/configuration/location[not(@path) or @path="" or @path="."]/*'
    $servers = @($configuration.SelectNodes($own) | Where-Object { $_.LocalName -eq 'system.webServer' })
    $section = @($servers | ForEach-Object { $_.SelectNodes('aspNetCore') })
    $added = @($servers | ForEach-Object { $_.SelectNodes('handlers/add') })
    $closed = @($servers | Where-Object { $_.SelectSingleNode('handlers/add') -and $_.ParentNode.GetAttribute('inheritInChildApplications') -eq 'false' })
    $model = 'none'
    if ($section.Count -gt 0) { $model = 'outofprocess' }
    if (@($section | Where-Object { $_.GetAttribute('hostingModel') -eq 'inprocess' }).Count -gt 0) { $model = 'inprocess' }
    $result.hostingModel = $model
    $result.handlers = @($added | ForEach-Object { $_.GetAttribute('name') } | Where-Object { $_ })
    if ($added.Count -gt 0) { $result.inheritInChildApplications = $closed.Count -eq 0 }
  } catch { return }
}

# A setting of an application, or that of applicationDefaults.
function Get-ApplicationSetting($application, $siteDefaults, $name) {
  foreach ($element in $application, $siteDefaults) {
    if ($element -and $element.HasAttribute($name)) { return $element.GetAttribute($name) }
  }
}

function Get-Application($application, $siteDefaults) {
  $result = [ordered]@{ path = $application.path }
  $pool = Get-ApplicationSetting $application $siteDefaults 'applicationPool'
  if ($pool) { $result.appPool = $pool }
  $folder = $application.SelectSingleNode('virtualDirectory[@path="/"]/@physicalPath')
  if ($folder) {
    $result.physicalPath = $folder.Value
    Add-WebConfigFacts $result $folder.Value
  }
  $preload = Get-ApplicationSetting $application $siteDefaults 'preloadEnabled'
  if ($preload) { $result.preloadEnabled = Test-True $preload }
  $result
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
    $names = @($section.name)
    for ($parent = $section.ParentNode; $parent.LocalName -eq 'sectionGroup'; $parent = $parent.ParentNode) { $names = @($parent.name) + $names }
    $sections[$names -join '/'] = [ordered]@{ declared = $true; locked = $section.GetAttribute('overrideModeDefault') -eq 'Deny' }
  }
  # A <location> without a path, or for the whole server, opens or closes what is in it.
  foreach ($location in $configuration.SelectNodes('location[@overrideMode and (not(@path) or @path="" or @path=".")]')) {
    foreach ($path in @($sections.Keys)) {
      if ($location.SelectSingleNode($path)) { $sections[$path].locked = $location.GetAttribute('overrideMode') -eq 'Deny' }
    }
  }
  $sections
}

function Get-Iis {
  $file = Join-Folders @($env:windir, 'System32', 'inetsrv', 'config', 'applicationHost.config')
  if (-not (Test-Path -LiteralPath $file)) { return $null }
  $configuration = ([xml](Get-Content -LiteralPath $file -Raw)).configuration
  $hosts = $configuration.'system.applicationHost'
  $pools = $hosts.applicationPools
  $result = [ordered]@{}
  $inetStp = 'HKLM:\SOFTWARE\Microsoft\InetStp'
  $major = Get-RegistryValue $inetStp 'MajorVersion'
  if ($null -ne $major) { $result.version = '{0}.{1}' -f $major, (Get-RegistryValue $inetStp 'MinorVersion') }
  $result.globalModules = @($configuration.SelectNodes('system.webServer/globalModules/add') | ForEach-Object { $_.name })
  $result.sections = Get-Sections $configuration
  $stopped = Get-StoppedPools
  $result.appPools = @($pools.SelectNodes('add') | ForEach-Object { Get-Pool $_ $pools.applicationPoolDefaults $stopped })
  $result.sites = @($hosts.SelectNodes('sites/site') | ForEach-Object {
      $site = $_
      $defaults = $site.SelectSingleNode('applicationDefaults')
      if (-not $defaults) { $defaults = $hosts.SelectSingleNode('sites/applicationDefaults') }
      $bindings = @($site.SelectNodes('bindings/binding') | ForEach-Object { [ordered]@{ protocol = $_.protocol; bindingInformation = $_.bindingInformation } })
      [ordered]@{ name = $site.name; bindings = $bindings; applications = @($site.SelectNodes('application') | ForEach-Object {
            $application = Get-Application $_ $defaults
            $application.windowsAuthentication = Get-WindowsAuthentication $configuration "$($site.name)$($_.path)"
            $application
          }) }
    })
  $result
}`;
