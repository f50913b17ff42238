namespace Sluice.Local.Commands.Completing;

/// <summary>What shells are told. The place of the cursor and the line are handed on; one word a line comes back.</summary>
internal static class CompletionScripts
{
    private const string Bash = """
        # source <(sluice completion bash)
        _sluice() {
          local IFS=$'\n'
          COMPREPLY=( $(sluice "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null) )
          local word="${COMP_LINE:0:COMP_POINT}"; word="${word##*[[:space:]]}"
          # bash takes a colon for the end of a word.
          if [[ "$word" == *:* && "$COMP_WORDBREAKS" == *:* ]]; then
            COMPREPLY=( "${COMPREPLY[@]#"${word%"${word##*:}"}"}" )
          fi
          COMPREPLY=( $(compgen -W "${COMPREPLY[*]}" -- "${word##*:}") )
        }
        complete -o default -F _sluice sluice

        """;

    private const string Zsh = """
        #compdef sluice
        # source <(sluice completion zsh)
        _sluice() {
          local -a words_found
          words_found=( ${(f)"$(sluice "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)"} )
          compadd -a words_found || _files
        }
        compdef _sluice sluice

        """;

    private const string Fish = """
        # sluice completion fish | source
        function __sluice_complete
          set -l line (commandline -cp)
          sluice "[suggest:"(string length -- $line)"]" "$line" 2>/dev/null
        end
        complete -c sluice -a '(__sluice_complete)'

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish"];

    public static string Of(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    };
}
