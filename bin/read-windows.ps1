# Reads settings of this Windows machine and prints them as one JSON document.
# It changes nothing, sends nothing, and prints numbers, yes or no, days and fixed words: no name of a person, place, file or network.
# Serial numbers and addresses of this machine are printed to be digested or counted at once; src/facts/windows says what is made of each part.
# Needs Windows PowerShell 5.1 and nothing else. Prints ASCII only, which reads alike in every code page.

# Where only a part of the language is allowed, the readings below would fail one by one for no visible reason.
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit 4 }
# A 32-bit process is shown another registry than the machine's own.
if ([Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess) { exit 3 }

# Modules of the system only: one that lies in a folder of the user's is not started. It holds for this process alone.
$env:PSModulePath = "$PSHOME\Modules"
$ErrorActionPreference = 'Stop'
$PSDefaultParameterValues = @{ '*:ErrorAction' = 'Stop' }
$ProgressPreference = 'SilentlyContinue'
$WarningPreference = 'SilentlyContinue'

# Why a part could not be read. Types, categories and numbers are the same in every language; messages are not.
function Get-Reason($record) {
  $cause = $record.Exception.GetBaseException()
  $id = [string]$record.FullyQualifiedErrorId
  if ($cause -is [NotSupportedException] -or $id -match '^(CommandNotFoundException|CouldNotAutoLoadModule|HRESULT 0x8004100e|HRESULT 0x80041010)') { return 'unsupported' }
  if ($cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]) { return 'no-permission' }
  if ($record.CategoryInfo.Category -eq 'PermissionDenied' -or $id -match '^HRESULT 0x(80041003|80070005)') { return 'no-permission' }
  if ($record.CategoryInfo.Category -eq 'ObjectNotFound') { return 'not-found' }
  return 'crashed'
}

# A list that was cut off would pass for a whole one.
function Get-Few($list, [int]$most) {
  $items = @($list | Where-Object { $null -ne $_ })
  if ($items.Count -gt $most) { throw 'too many' }
  return $items
}

# A registry key opened for reading; nothing where there is none. No right to read it is an error.
function Get-Key([string]$path) {
  if ($path.StartsWith('HKCU:\')) { return [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey($path.Substring(6)) }
  return [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($path.Substring(6))
}

function Get-Value([string]$path, [string]$name) {
  $key = Get-Key $path
  if ($null -eq $key) { return $null }
  try { return $key.GetValue($name) } finally { $key.Close() }
}

function Get-Names([string]$path) {
  $key = Get-Key $path
  if ($null -eq $key) { return }
  try { return (Get-Few $key.GetSubKeyNames() 5000) } finally { $key.Close() }
}

function Get-ValueCount([string]$path) {
  $key = Get-Key $path
  if ($null -eq $key) { return 0 }
  try { return $key.ValueCount } finally { $key.Close() }
}

# The same value of every key below a key.
function Get-Below([string]$path, [string]$name) {
  foreach ($below in @(Get-Names $path)) { @{ key = $below; value = (Get-Value "$path\$below" $name) } }
}

# The same, two levels down.
function Get-Deep([string]$path, [string]$name) {
  foreach ($below in @(Get-Names $path)) { Get-Below "$path\$below" $name }
}

function Get-Cim([string]$namespace, [string]$class) {
  return (Get-Few (Get-CimInstance -Namespace $namespace -ClassName $class -OperationTimeoutSec 10) 5000)
}

function Get-Day($moment) {
  if ($null -eq $moment) { return $null }
  return ([datetime]$moment).ToString('yyyy-MM-dd', [Globalization.CultureInfo]::InvariantCulture)
}

# Letters and digits of a number; nothing where there are none.
function Get-Plain($text) {
  $plain = ([string]$text) -creplace '[^0-9A-Za-z]', ''
  if ($plain -eq '') { return $null }
  return $plain
}

# An ordinary user may be told that a folder is not there when it is only closed to him.
function Assert-Elevated {
  $runner = [Security.Principal.WindowsPrincipal]::new([Security.Principal.WindowsIdentity]::GetCurrent())
  if (-not $runner.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) { throw [UnauthorizedAccessException]::new() }
}

function Get-LogAge([string]$name) {
  $log = Get-WinEvent -ListLog $name
  $oldest = $null
  if ($log.RecordCount -gt 0) { $oldest = (Get-WinEvent -LogName $name -Oldest -MaxEvents 1).TimeCreated }
  return @{ enabled = $log.IsEnabled; oldest = (Get-Day $oldest) }
}

# How many of these programs have at least one name that fits.
function Get-Hits([string[]]$names, [string[]]$patterns) {
  return @($patterns | Where-Object { @($names -match $_).Count -gt 0 }).Count
}

function Test-Loopback([string]$address) {
  return [Net.IPAddress]::IsLoopback([Net.IPAddress]::Parse($address))
}

# Chinese names stand as numbers, so that this file is read alike in every code page.
$remotePrograms = 'teamviewer', 'todesk', 'sunlogin|\u5411\u65e5\u8475', 'anydesk', 'rustdesk', '(tight|ultra|real|tiger)vnc|vnc server|winvnc', 'radmin', 'splashtop', 'gotohttp', 'airdroid|airmirror', '\bfrp[cs]?\b', 'ngrok', 'zerotier', 'tailscale', 'logmein', 'chrome remote desktop'
$messagingPrograms = 'wechat|weixin|(?<!\u4f01\u4e1a)\u5fae\u4fe1', 'wxwork|wecom|\u4f01\u4e1a\u5fae\u4fe1', '(^|\u817e\u8baf)qq(nt)?$', '(^|\u817e\u8baf)tim$', 'dingtalk|\u9489\u9489', 'feishu|\u98de\u4e66', 'telegram', 'skype'
$cloudPrograms = 'baidunetdisk|\u767e\u5ea6\u7f51\u76d8', 'adrive|\u963f\u91cc\u4e91\u76d8', 'nutstore|\u575a\u679c\u4e91', 'dropbox', 'onedrive', 'weiyun|\u5fae\u4e91', '^115\b|115\u6d4f\u89c8\u5668|115\u751f\u6d3b', 'quark.*(drive|disk)|\u5938\u514b\u7f51\u76d8'
$legacyServices = 'TlntSvr', 'FTPSVC', 'MSFTPSVC', 'simptcp', 'FileZilla Server', 'Serv-U'
$phoneDrivers = 'usb80236.sys', 'usbrndis6.sys', 'rndismp6.sys', 'rndismpx.sys', 'netaapl64.sys', 'netaapl.sys'
$defender = '{D68DDC3A-831F-4fae-9E44-DA132C1ACF46}'

$parts = [ordered]@{
  system = {
    @{
      major = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentMajorVersionNumber'
      minor = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentMinorVersionNumber'
      build = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'CurrentBuildNumber'
      revision = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'UBR'
      kind = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'InstallationType'
      installed = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' 'InstallDate'
    }
  }

  enclosure = {
    $computer = @(Get-Cim 'root/cimv2' 'Win32_ComputerSystem')[0]
    @{
      container = $null -ne (Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control' 'ContainerType')
      virtual = "$($computer.Manufacturer) $($computer.Model)" -match 'VMware|VirtualBox|innotek|QEMU|\bKVM\b|\bXen\b|Parallels|Bochs|Virtual Machine'
    }
  }

  accounts = {
    $users = @(Get-Few (Get-LocalUser) 1000)
    @{ users = @($users | ForEach-Object { @{ number = [long]$_.SID.Value.Split('-')[-1]; enabled = $_.Enabled; expires = $null -ne $_.PasswordExpires } }) }
  }

  administrators = {
    # Members from a domain would be asked for over the network.
    if (@(Get-Cim 'root/cimv2' 'Win32_ComputerSystem')[0].PartOfDomain -ne $false) { throw [NotSupportedException]::new() }
    $own = @(Get-LocalUser)[0].SID.AccountDomainSid.Value
    $members = @(Get-Few (Get-LocalGroupMember -SID 'S-1-5-32-544') 1000)
    $local = @($members | Where-Object { $_.SID.Value.StartsWith("$own-") })
    @{ local = @($local | ForEach-Object { [long]$_.SID.Value.Split('-')[-1] }); others = $members.Count - $local.Count }
  }

  autologin = {
    @{ on = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' 'AutoAdminLogon' }
  }

  passwordPolicy = {
    # An account carries the policy of its machine; the machine's own entry carries nothing.
    $name = @(Get-LocalUser | Where-Object { $_.SID.Value.EndsWith('-500') })[0].Name
    $account = [ADSI]"WinNT://./$name,user"
    @{
      minLength = $account.MinPasswordLength.Value
      minSeconds = $account.MinPasswordAge.Value
      maxSeconds = $account.MaxPasswordAge.Value
      history = $account.PasswordHistoryLength.Value
      tries = $account.MaxBadPasswordsAllowed.Value
      unlockSeconds = $account.AutoUnlockInterval.Value
      warnDays = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' 'PasswordExpiryWarning'
    }
  }

  loginScreen = {
    @{ hideLast = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' 'dontdisplaylastusername' }
  }

  screenLock = {
    $runner = [Security.Principal.WindowsIdentity]::GetCurrent()
    $atConsole = @(Get-Cim 'root/cimv2' 'Win32_ComputerSystem')[0].UserName
    @{
      # A service, or an administrator called to another's desk, has settings of its own that say nothing about the person there.
      person = $runner.User.Value -notin 'S-1-5-18', 'S-1-5-19', 'S-1-5-20' -and ($null -eq $atConsole -or $atConsole -eq $runner.Name)
      machineSeconds = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' 'InactivityTimeoutSecs'
      policy = @{
        active = Get-Value 'HKCU:\Software\Policies\Microsoft\Windows\Control Panel\Desktop' 'ScreenSaveActive'
        secure = Get-Value 'HKCU:\Software\Policies\Microsoft\Windows\Control Panel\Desktop' 'ScreenSaverIsSecure'
        seconds = Get-Value 'HKCU:\Software\Policies\Microsoft\Windows\Control Panel\Desktop' 'ScreenSaveTimeOut'
        program = '' -ne [string](Get-Value 'HKCU:\Software\Policies\Microsoft\Windows\Control Panel\Desktop' 'SCRNSAVE.EXE')
      }
      own = @{
        active = Get-Value 'HKCU:\Control Panel\Desktop' 'ScreenSaveActive'
        secure = Get-Value 'HKCU:\Control Panel\Desktop' 'ScreenSaverIsSecure'
        seconds = Get-Value 'HKCU:\Control Panel\Desktop' 'ScreenSaveTimeOut'
        program = '' -ne [string](Get-Value 'HKCU:\Control Panel\Desktop' 'SCRNSAVE.EXE')
      }
    }
  }

  services = {
    $services = @(Get-Cim 'root/cimv2' 'Win32_Service')
    $started = @($services | Where-Object { $_.Started -eq $true } | ForEach-Object { $_.Name })
    @{ total = $services.Count; firewall = $started -contains 'mpssvc'; eventLog = $started -contains 'EventLog'; fileServer = $started -contains 'LanmanServer' }
  }

  serviceNames = {
    $names = @(Get-Names 'HKLM:\SYSTEM\CurrentControlSet\Services')
    @{ total = $names.Count; secureShell = $names -contains 'sshd'; legacy = @($legacyServices | Where-Object { $names -contains $_ }).Count }
  }

  firewall = {
    @{ profiles = @(Get-NetFirewallProfile -PolicyStore ActiveStore | ForEach-Object { @{ enabled = [string]$_.Enabled; inbound = [string]$_.DefaultInboundAction } }) }
  }

  firewallRules = {
    @{ letsIn = @(Get-Few (Get-NetFirewallRule -PolicyStore ActiveStore -Enabled True -Direction Inbound -Action Allow) 20000).Count }
  }

  securityProducts = {
    $scanners = @(Get-Cim 'root/SecurityCenter2' 'AntiVirusProduct')
    @{ scanners = @($scanners | Where-Object { $_.instanceGuid -ne $defender }).Count; firewalls = @(Get-Cim 'root/SecurityCenter2' 'FirewallProduct').Count }
  }

  defender = {
    $status = Get-MpComputerStatus
    @{ enabled = $status.AntivirusEnabled; definitions = (Get-Day $status.AntivirusSignatureLastUpdated) }
  }

  listening = {
    $tcp = @(Get-Few (Get-NetTCPConnection) 20000 | Where-Object { [string]$_.State -eq 'Listen' })
    $udp = @(Get-Few (Get-NetUDPEndpoint) 20000)
    @{
      total = $tcp.Count + $udp.Count
      tcp = @($tcp | Where-Object { -not (Test-Loopback $_.LocalAddress) } | ForEach-Object { [int]$_.LocalPort } | Sort-Object -Unique)
      udp = @($udp | Where-Object { -not (Test-Loopback $_.LocalAddress) } | ForEach-Object { [int]$_.LocalPort } | Sort-Object -Unique)
    }
  }

  remoteAccess = {
    @{
      desktopDenied = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Terminal Server' 'fDenyTSConnections'
      desktopDeniedByPolicy = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fDenyTSConnections'
      assistance = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Remote Assistance' 'fAllowToGetHelp'
      assistanceByPolicy = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services' 'fAllowToGetHelp'
    }
  }

  programs = {
    $entries = @(
      Get-Below 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall' 'DisplayName'
      Get-Below 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Uninstall' 'DisplayName'
      Get-Below 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall' 'DisplayName'
    )
    $names = @($entries | ForEach-Object { $_.key; [string]$_.value })
    $services = @(Get-Names 'HKLM:\SYSTEM\CurrentControlSet\Services')
    @{
      total = $entries.Count + $services.Count
      remote = (Get-Hits ($names + $services) $remotePrograms)
      checked = $remotePrograms.Count
      messaging = (Get-Hits $names $messagingPrograms)
      cloudDisk = (Get-Hits $names $cloudPrograms)
    }
  }

  shares = {
    @{
      kinds = @(Get-Cim 'root/cimv2' 'Win32_Share' | ForEach-Object { $_.Type })
      everyoneIncludesAnonymous = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\Lsa' 'everyoneincludesanonymous'
    }
  }

  printers = {
    @{
      attributes = @(Get-Below 'HKLM:\SYSTEM\CurrentControlSet\Control\Print\Printers' 'Attributes' | ForEach-Object { $_.value })
      connections = @(Get-Names 'HKCU:\Printers\Connections').Count
    }
  }

  adapters = {
    $adapters = @(Get-Few (Get-NetAdapter) 500)
    @{
      # Hidden adapters are on every machine: where they too are missing, nothing was seen.
      total = @(Get-NetAdapter -IncludeHidden).Count
      shown = @($adapters | ForEach-Object { @{ hardware = $_.HardwareInterface; medium = $_.NdisPhysicalMedium; admin = $_.InterfaceAdminStatus; state = $_.InterfaceOperationalStatus; promiscuous = $_.PromiscuousMode; known = '' -ne [string]$_.DriverFileName; phone = [string]$_.DriverFileName -in $phoneDrivers } })
    }
  }

  routes = {
    $routes = @(Get-Few (Get-NetRoute -PolicyStore ActiveStore) 20000)
    @{ total = $routes.Count; defaults = @($routes | Where-Object { $_.DestinationPrefix -in '0.0.0.0/0', '::/0' } | ForEach-Object { $_.InterfaceIndex } | Sort-Object -Unique).Count }
  }

  routing = {
    @{
      interfaces = @(Get-NetIPInterface | ForEach-Object { [string]$_.Forwarding })
      router = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' 'IPEnableRouter'
      redirects = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' 'EnableICMPRedirect'
      sourceRouting = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters' 'DisableIPSourceRouting'
    }
  }

  joinedNetworks = {
    $kinds = @(Get-Below 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\NetworkList\Profiles' 'NameType' | ForEach-Object { $_.value })
    @{ total = $kinds.Count; wireless = @($kinds | Where-Object { $_ -eq 71 }).Count }
  }

  nameServers = {
    @{ servers = @(Get-Few (Get-DnsClientServerAddress) 500 | ForEach-Object { $_.ServerAddresses } | Sort-Object -Unique) }
  }

  wirelessProfiles = {
    Assert-Elevated
    @{ count = @(Get-ChildItem -LiteralPath 'C:\ProgramData\Microsoft\Wlansvc\Profiles\Interfaces' -Filter '*.xml' -File -Recurse -Depth 1).Count }
  }

  proxy = {
    @{
      own = Get-Value 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Internet Settings' 'ProxyEnable'
      ownScript = '' -ne [string](Get-Value 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Internet Settings' 'AutoConfigURL')
      machine = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings' 'ProxyEnable'
      machineScript = '' -ne [string](Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings' 'AutoConfigURL')
    }
  }

  devices = {
    $all = @(Get-Cim 'root/cimv2' 'Win32_PnPEntity' | Where-Object { '' -ne [string]$_.ClassGuid -and '' -ne [string]$_.PNPDeviceID })
    @{
      total = $all.Count
      cameras = @($all | Where-Object { $_.ClassGuid -eq '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}' -or $_.Service -eq 'usbvideo' } | ForEach-Object { $_.ConfigManagerErrorCode })
      radios = @($all | Where-Object { $_.ClassGuid -eq '{e0cbf06c-cd8b-4647-bb8a-263b43f0f974}' -and $_.PNPDeviceID -notmatch '^(BTH|SWD\\|ROOT\\)' } | ForEach-Object { $_.ConfigManagerErrorCode })
      captures = @($all | Where-Object { $_.PNPDeviceID -match '^SWD\\MMDEVAPI\\\{0\.0\.1\.' } | ForEach-Object { $_.ConfigManagerErrorCode })
    }
  }

  disks = {
    @{ disks = @(Get-Cim 'root/Microsoft/Windows/Storage' 'MSFT_Disk' | ForEach-Object { @{ number = $_.Number; bus = $_.BusType; boot = $_.IsBoot; system = $_.IsSystem; empty = $_.Size -eq 0 } }) }
  }

  partitions = {
    $partitions = @(Get-Cim 'root/Microsoft/Windows/Storage' 'MSFT_Partition')
    @{ total = $partitions.Count; lettered = @($partitions | Where-Object { [string]$_.DriveLetter -match '^[A-Za-z]$' } | ForEach-Object { $_.DiskNumber } | Sort-Object -Unique) }
  }

  attachedBefore = {
    $below = @(Get-Deep 'HKLM:\SYSTEM\CurrentControlSet\Enum\USB' 'Service')
    @{
      total = @(Get-Names 'HKLM:\SYSTEM\CurrentControlSet\Enum').Count
      storage = @(Get-Deep 'HKLM:\SYSTEM\CurrentControlSet\Enum\USBSTOR' 'ClassGUID').Count
      attachedScsi = @($below | Where-Object { $_.value -eq 'UASPStor' }).Count
    }
  }

  # Windows makes a number up, with & in the second place, for what has none.
  storageNumbers = {
    $names = @(
      Get-Deep 'HKLM:\SYSTEM\CurrentControlSet\Enum\USBSTOR' 'ClassGUID' | ForEach-Object { $_.key }
      Get-Deep 'HKLM:\SYSTEM\CurrentControlSet\Enum\USB' 'Service' | Where-Object { $_.value -eq 'UASPStor' } | ForEach-Object { $_.key }
    )
    $own = @($names | Where-Object { $_ -notmatch '^.&' })
    @{ numbers = @(Get-Few $own 5000 | ForEach-Object { Get-Plain ($_ -replace '&\d+$', '') } | Sort-Object -Unique); unnumbered = $names.Count - $own.Count }
  }

  storagePolicy = {
    @{
      attachedStart = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\UASPStor' 'Start'
      start = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\USBSTOR' 'Start'
      denyAll = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices' 'Deny_All'
      denyRead = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}' 'Deny_Read'
      denyWrite = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}' 'Deny_Write'
      denyInstall = Get-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions' 'DenyRemovableDevices'
    }
  }

  autoplay = {
    @{
      drives = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoDriveTypeAutoRun'
      ownDrives = Get-Value 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoDriveTypeAutoRun'
      commands = Get-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoAutorun'
      ownDisabled = Get-Value 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Explorer\AutoplayHandlers' 'DisableAutoplay'
    }
  }

  encryption = {
    @{ volumes = @(Get-Cim 'root/cimv2/Security/MicrosoftVolumeEncryption' 'Win32_EncryptableVolume' | ForEach-Object { @{ protection = $_.ProtectionStatus; prepared = $_.IsVolumeInitializedForProtection } }) }
  }

  updates = {
    $texts = @(Get-Cim 'root/cimv2' 'Win32_QuickFixEngineering' | ForEach-Object { [string]$_.CimInstanceProperties['InstalledOn'].Value } | Where-Object { $_ -match '^\d{1,2}/\d{1,2}/\d{4}$' })
    # Windows writes this day the American way in every language.
    $days = @($texts | ForEach-Object { [datetime]::ParseExact($_, 'M/d/yyyy', [Globalization.CultureInfo]::InvariantCulture) } | Sort-Object)
    @{ dated = $days.Count; newest = if ($days.Count -gt 0) { Get-Day $days[-1] } else { $null } }
  }

  eventLogs = {
    @{ logs = @((Get-LogAge 'System'), (Get-LogAge 'Application')) }
  }

  timeService = {
    @{
      start = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time' 'Start'
      type = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\Parameters' 'Type'
      client = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\TimeProviders\NtpClient' 'Enabled'
    }
  }

  firmware = {
    @{
      kind = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control' 'PEFirmwareType'
      secureBoot = Get-Value 'HKLM:\SYSTEM\CurrentControlSet\Control\SecureBoot\State' 'UEFISecureBootEnabled'
    }
  }

  homeFolders = {
    $profiles = @(Get-Below 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList' 'ProfileImagePath')
    $folders = @($profiles | Where-Object { $_.key -match '^S-1-(5-21|12-1)-[-\d]+$' } | ForEach-Object { [string]$_.value } | Where-Object { [IO.Directory]::Exists($_) })
    $open = @($folders | Where-Object {
      $rules = (Get-Acl -LiteralPath $_).GetAccessRules($true, $true, [Security.Principal.SecurityIdentifier])
      @($rules | Where-Object { [string]$_.AccessControlType -eq 'Allow' -and $_.IdentityReference.Value -in 'S-1-1-0', 'S-1-5-11', 'S-1-5-32-545', 'S-1-5-32-546' }).Count -gt 0
    })
    @{ profiles = $profiles.Count; total = $folders.Count; open = $open.Count }
  }

  startup = {
    @{
      programs = (Get-ValueCount 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Run') + (Get-ValueCount 'HKLM:\SOFTWARE\WOW6432Node\Microsoft\Windows\CurrentVersion\Run') + (Get-ValueCount 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Run')
      scripts = @(Get-Names 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Group Policy\Scripts\Startup').Count
    }
  }

  tasks = {
    @{ enabled = @(Get-Few (Get-ScheduledTask) 5000 | Where-Object { [string]$_.State -ne 'Disabled' }).Count }
  }

  diskNumbers = {
    $disks = @(Get-Cim 'root/Microsoft/Windows/Storage' 'MSFT_Disk' | Where-Object { $_.BusType -notin 4, 7 })
    @{ disks = $disks.Count; numbers = @($disks | ForEach-Object { Get-Plain $_.SerialNumber; Get-Plain $_.AdapterSerialNumber } | Where-Object { $null -ne $_ } | Sort-Object -Unique) }
  }

  adapterNumbers = {
    @{ numbers = @(Get-Few (Get-NetAdapter) 500 | Where-Object { $_.HardwareInterface -eq $true } | ForEach-Object { Get-Plain $_.PermanentAddress } | Where-Object { $null -ne $_ } | Sort-Object -Unique) }
  }

  addresses = {
    @{ addresses = @(Get-Few (Get-NetIPAddress -AddressFamily IPv4) 500 | ForEach-Object { [string]$_.IPAddress } | Sort-Object -Unique) }
  }

  machineNumber = {
    @{ number = Get-Plain (Get-Value 'HKLM:\SOFTWARE\Microsoft\Cryptography' 'MachineGuid') }
  }
}

$answers = [ordered]@{}
foreach ($name in @($parts.Keys)) {
  try { $answers[$name] = @{ ok = $true; value = (& $parts[$name]) } }
  catch { $answers[$name] = @{ ok = $false; reason = (Get-Reason $_) } }
}
ConvertTo-Json -InputObject @{ parts = $answers } -Depth 8 -Compress
