#!/bin/sh
# Makes the builds' program for machines that CodeBuild lends (docs/account.md): one archive for a processor, with a program that needs no .NET for each of the two C libraries
# that images have.
#   functions/BuildRunner/publish.sh x86_64|arm64 ARCHIVE.zip
set -eu

case "${1-}" in
  x86_64) processor=x64 ;;
  arm64) processor=arm64 ;;
  *) echo "usage: $0 x86_64|arm64 ARCHIVE.zip" >&2; exit 2 ;;
esac
archive=${2:?expected the archive to make}

project=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for library in glibc musl; do
  case "$library" in
    glibc) runtime=linux-$processor ;;
    musl) runtime=linux-musl-$processor ;;
  esac
  dotnet publish "$project" --configuration Release --runtime "$runtime" --self-contained --output "$folder/program/$library" -p:RunAnalyzers=false -v q
done
(cd "$folder/program" && zip -q -r "$folder/program.zip" .)
mv "$folder/program.zip" "$archive"
