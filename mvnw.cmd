@echo off
rem Runs the Maven that this project is built with, and fetches it first where that has not been done yet.
rem MVNW_REPOURL names a Maven repository to take it from. What mvnw is elsewhere; the part below the line is PowerShell's.
setlocal
set "MVNW_SELF=%~f0"
set "MVNW_PROJECT=%~dp0"
set "MVNW_COMMAND="
for /f "usebackq delims=" %%m in (`powershell -NoProfile -NonInteractive -ExecutionPolicy Bypass -Command "& ([scriptblock]::Create(((Get-Content -Raw -LiteralPath $env:MVNW_SELF) -split '(?m)^# PowerShell\r?$', 2)[1]))"`) do set "MVNW_COMMAND=%%m"
if not defined MVNW_COMMAND exit /b 1
cd /d "%MVNW_PROJECT%"
call "%MVNW_COMMAND%" %*
exit /b %ERRORLEVEL%

# PowerShell
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$version = '3.9.16'
$sha512 = 'ed41650d42485cfc243fad22158caf9cbb5dc408ce7a09ddb94dd42a019de929ca43065bfa450612cf12bf78b5cafa3884b96c090de326ff590448c933454af3'
$archive = "apache-maven-$version-bin.zip"

function Say($text) { [Console]::Error.WriteLine("mvnw: $text") }

$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $env:USERPROFILE '.m2' }
$shared = Join-Path $userHome "wrapper\dists\apache-maven-$version-realname"
$own = Join-Path $env:MVNW_PROJECT '.mvn\maven'
foreach ($place in $shared, $own) {
  $command = Join-Path $place 'bin\mvn.cmd'
  if (Test-Path -LiteralPath $command) { return $command }
}

$sources = if ($env:MVNW_REPOURL) {
  , "$($env:MVNW_REPOURL.TrimEnd('/'))/org/apache/maven/apache-maven/$version/$archive"
} else {
  "https://dlcdn.apache.org/maven/maven-3/$version/binaries/$archive",
  "https://archive.apache.org/dist/maven/maven-3/$version/binaries/$archive"
}

$target = $shared
$scratch = $null
try {
  try { New-Item -ItemType Directory -Force -Path (Split-Path $shared) | Out-Null } catch { $target = $own }
  $scratch = Join-Path (Split-Path $target) ('.mvnw.' + [guid]::NewGuid().ToString('N'))
  New-Item -ItemType Directory -Path $scratch | Out-Null
  Add-Type -AssemblyName System.Net.Http
  [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
  foreach ($source in $sources) {
    $file = Join-Path $scratch $archive
    try {
      # Five seconds for the answer to begin; the rest takes what it takes.
      $client = New-Object System.Net.Http.HttpClient
      $client.Timeout = [TimeSpan]::FromSeconds(5)
      $answer = $client.GetAsync($source, [System.Net.Http.HttpCompletionOption]::ResponseHeadersRead).GetAwaiter().GetResult()
      $answer.EnsureSuccessStatusCode() | Out-Null
      $out = [IO.File]::Create($file)
      try { $answer.Content.CopyToAsync($out).GetAwaiter().GetResult() | Out-Null } finally { $out.Dispose() }
    } catch { continue }
    if ((Get-FileHash -LiteralPath $file -Algorithm SHA512).Hash -ne $sha512) {
      Say "what $source gives has not the SHA-512 that this project pins: refused"
      continue
    }
    Expand-Archive -LiteralPath $file -DestinationPath $scratch
    # Whoever runs at the same time sees all of it or nothing; who comes second finds it there, and that is fine.
    try { [IO.Directory]::Move((Join-Path $scratch "apache-maven-$version"), $target) } catch { }
    break
  }
} catch {
  Say $_.Exception.Message
} finally {
  if ($scratch) { Remove-Item -LiteralPath $scratch -Recurse -Force -ErrorAction SilentlyContinue }
}
$command = Join-Path $target 'bin\mvn.cmd'
if (Test-Path -LiteralPath $command) { return $command }

$installed = Get-Command mvn.cmd -ErrorAction SilentlyContinue | Select-Object -First 1
if (-not $installed) {
  Say "Maven $version can't be fetched and no Maven is installed."
} elseif ((& $installed.Source -B -v | Out-String) -match 'Apache Maven (\d+)\.(\d+)[.\d]*') {
  $found = $Matches[0]
  if ([int]$Matches[1] -gt 3 -or ([int]$Matches[1] -eq 3 -and [int]$Matches[2] -ge 8)) {
    Say "Maven $version can't be fetched: using the installed $found."
    return $installed.Source
  }
  Say "Maven $version can't be fetched and the installed $found is too old: 3.8 or newer is needed."
}
Say "Set MVNW_REPOURL to a Maven repository that can be reached, or unpack Maven $version to $target."
