using Sluice.BuildRunner.Shells;

namespace Sluice.BuildRunner.Tools.Serving;

/// <summary>
/// The tools as the build's commands see them: small scripts for any POSIX shell, since they may run in a container where nothing else is. They write what they are asked into a file, wait for the
/// answer in others, and give up when the program that answers is gone.
/// </summary>
internal static class ToolScripts
{
    /// <summary>The name of the file that is another as long as there is someone to answer.</summary>
    public const string Alive = "alive";

    private const int PatienceMicroseconds = 60_000_000;

    /// <summary>All tools by name.</summary>
    /// <param name="folder">Where calls and answers are; what it is called inside a container.</param>
    public static IReadOnlyDictionary<string, string> All(string folder)
    {
        string[] plain = ["codebuild-hash-files", "codebuild-glob-search", "codebuild-breakpoint", "codebuild-resume"];
        return plain.ToDictionary(name => name, name => $"{Ask(folder)}\nsluice_ask {name} \"$@\"\n")
            .Append(new("codebuild-tests-run", Ask(folder) + "\n" + TestsRun))
            .ToDictionary(StringComparer.Ordinal);
    }

    // printf, read and test are part of every shell. Of sleep, cat and rm each may be missing; a sleep may know whole seconds alone. Without one, a turn takes some ten microseconds.
    private static string Ask(string folder) => $$"""
        #!/bin/sh
        sluice_folder={{ShellWords.Quoted(folder)}}
        sluice_gone() {
          printf '%s\n' "${0##*/}: the build's program does not answer." >&2
          exit 1
        }
        sluice_ask() {
          sluice_call=$sluice_folder/$$ sluice_n=0
          until (set -C; : > "$sluice_call.request") 2>/dev/null; do
            [ -e "$sluice_call.request" ] || sluice_gone
            sluice_n=$((sluice_n + 1)) sluice_call=$sluice_folder/$$-$sluice_n
          done
          printf '%s\0' "$(($# - 1))" "$PWD" "$@" >> "$sluice_call.request"
          sluice_beat= sluice_waits=0
          until [ -e "$sluice_call.status" ]; do
            read -r sluice_now 2>/dev/null < "$sluice_folder/{{Alive}}" || sluice_gone
            [ "$sluice_now" = "$sluice_beat" ] || sluice_beat=$sluice_now sluice_waits=0
            if sleep 0.02 2>/dev/null; then sluice_waits=$((sluice_waits + 20000))
            elif sleep 1 2>/dev/null; then sluice_waits=$((sluice_waits + 1000000))
            else sluice_waits=$((sluice_waits + 10)); fi
            [ "$sluice_waits" -lt {{PatienceMicroseconds}} ] || sluice_gone
          done
          sluice_show "$sluice_call.err" >&2
          sluice_show "$sluice_call.out"
          read -r sluice_status < "$sluice_call.status"
          rm -f "$sluice_call.err" "$sluice_call.out" 2>/dev/null
          return "$sluice_status"
        }
        sluice_show() {
          [ -s "$1" ] || return 0
          if command -v cat >/dev/null; then cat "$1"; return; fi
          while IFS= read -r sluice_line; do printf '%s\n' "$sluice_line"; done < "$1"
        }
        """.ReplaceLineEndings("\n");

    // What it runs is written for the shell that the build's commands have: bash where there is one.
    private static string TestsRun => """
        if [ -z "${BASH_VERSION:-}" ] && command -v bash >/dev/null; then exec bash "$0" "$@"; fi
        sluice_search=$(sluice_ask codebuild-tests-run "$@") || exit
        sluice_found=$(eval "$sluice_search") || {
          sluice_status=$?
          printf '%s\n' "codebuild-tests-run: --files-search has failed with exit status $sluice_status." >&2
          exit "$sluice_status"
        }
        sluice_run=$(sluice_ask codebuild-tests-split "$sluice_found" "$@") || exit
        eval "$sluice_run"
        """.ReplaceLineEndings("\n") + "\n";
}
