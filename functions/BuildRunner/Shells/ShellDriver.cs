namespace Sluice.BuildRunner.Shells;

/// <summary>
/// The script that a build's shell runs: it reads names of command files from its first input and sources them in itself, so that folder, variables and
/// functions stay. After each it writes a line with a secret mark and the status: an end that is seen even if the command left something
/// running that holds the output open. A command may end the shell itself; the state that was noted on the way out is taken up by the next shell.
/// </summary>
internal static class ShellDriver
{
    /// <summary>Arguments: the mark, the state file, the folder to begin in; and, for a user other than the one before, that one's folder and name.</summary>
    public static string Script(bool bash) => $$"""
        exec 3<&0 4>&1 </dev/null 2>&1
        __sluice_mark=$1 __sluice_state=$2
        __sluice_home=$4 __sluice_user=$5
        cd "$3" || exit 1
        shift $#
        __sluice_note() {
          { printf 'cd %s\n' "$(pwd | sed "s/'/'\\\\''/g; s/^/'/; s/\$/'/")"; export -p;{{(bash ? " declare -f;" : "")}} } > "$__sluice_state" 2>/dev/null
        }
        if [ -f "$__sluice_state" ]; then . "$__sluice_state" >/dev/null 2>&1; fi
        if [ -n "$__sluice_home" ]; then export HOME="$__sluice_home" USER="$__sluice_user" LOGNAME="$__sluice_user"; fi
        trap __sluice_note EXIT
        while IFS=' ' read -r CODEBUILD_BUILD_SUCCEEDING __sluice_file <&3; do
          export CODEBUILD_BUILD_SUCCEEDING
          . "$__sluice_file" 3<&- 4>&-
          printf '\n%s %d\n' "$__sluice_mark" "$?" >&4
        done
        """;
}
