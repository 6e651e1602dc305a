#!/usr/bin/env bash
# Compares the time of a compile with and without the analyzers, on a project made for the purpose.
# usage: compare-build.sh [unrelated files, 400] [relevant files, 20] [rounds, 7]
# Prints the time of each kind of build (median, and all rounds), and what the compiler books on each rule.
# The kinds take turns, so that a busy machine slows both; no server process survives from one build to the next.
set -euo pipefail

unrelated=${1:-400} relevant=${2:-20} rounds=${3:-7}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build "$top/src/AuthApi.Analyzers/AuthApi.Analyzers.csproj" -c Release -v q --nologo
analyzer=$top/src/AuthApi.Analyzers/bin/Release/netstandard2.0/AuthApi.Analyzers.dll
[ -f "$analyzer" ] || { echo "not built: $analyzer" >&2; exit 1; }

# The same programs as the benchmarks.
dotnet run --project "$here" -c Release -v q -- sources "$work" "$relevant" "$unrelated"
cat > "$work/Program.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <RunAnalyzers>true</RunAnalyzers>
    <!-- Only these analyzers: those of the SDK would hide the difference. -->
    <EnableNETAnalyzers>false</EnableNETAnalyzers>
    <UseSharedCompilation>false</UseSharedCompilation>
  </PropertyGroup>
  <ItemGroup Condition="'\$(WithAnalyzers)' == 'true'">
    <Analyzer Include="$analyzer" />
  </ItemGroup>
</Project>
PROJECT
# Nothing from the folders above applies.
for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' > "$work/$file"; done
printf 'root = true\n' > "$work/.editorconfig"

dotnet restore "$work/Program.csproj" -v q --nologo

compile() { # with analyzers: true or false; prints milliseconds
  local start end
  start=$(date +%s%N)
  dotnet build "$work/Program.csproj" --no-restore --no-incremental -v q --nologo -clp:ErrorsOnly -p:WithAnalyzers="$1" > "$work/log" 2>&1 \
    || { cat "$work/log" >&2; exit 1; }
  end=$(date +%s%N)
  echo $(( (end - start) / 1000000 ))
}

compile false > /dev/null # warms the disk cache
compile true > /dev/null
: > "$work/false" ; : > "$work/true"
for _ in $(seq "$rounds"); do
  for kind in false true; do compile "$kind" >> "$work/$kind"; done
done

median() { sort -n "$1" | sed -n "$(( (rounds + 1) / 2 ))p"; }
without=$(median "$work/false") with=$(median "$work/true")
echo "files: $relevant relevant, $unrelated others; rounds: $rounds"
echo "without analyzers: $without ms ($(sort -n "$work/false" | tr '\n' ' '))"
echo "with analyzers:    $with ms ($(sort -n "$work/true" | tr '\n' ' '))"
echo "difference:        $(( with - without )) ms"
echo
echo "What the compiler books on each rule (seconds; they run side by side with the compile):"
dotnet build "$work/Program.csproj" --no-restore --no-incremental -v d --nologo -p:WithAnalyzers=true -p:ReportAnalyzer=true \
  | grep -E 'Total analyzer execution time|Time \(s\).*Analyzer$| AuthApi\.Analyzers[.,]'
