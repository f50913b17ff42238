namespace Sluice.Local.Cloud.Processes;

/// <summary>
/// What a program sees of the machine's files otherwise than the machine does, in a namespace that <see cref="Isolation.CanMount"/>: some folders as they are but read-only, and a folder of its own as <c>/tmp</c>.
/// </summary>
/// <param name="ReadOnly">Full paths.</param>
/// <param name="Temporary">What is <c>/tmp</c> there, and is no part of <paramref name="ReadOnly"/>.</param>
internal sealed record OwnFiles(IReadOnlyList<string> ReadOnly, string Temporary)
{
    /// <summary>Where every program looks for it.</summary>
    public const string TemporaryPath = "/tmp";

    // A mount that must not become more than it was (no programs, no devices) in a user's namespace is to be named so again.
    private const string Script = """
        readonly_() { for more in "" ,nosuid,nodev ,nosuid,nodev,noexec; do mount -o "remount,bind,ro$more" "$1" 2>/dev/null && return; done; echo "cannot make $1 read-only" >&2; return 1; }
        while [ "$1" != -- ]; do mount --bind "$1" "$2" && readonly_ "$2" || exit 125; shift 2; done
        mount --rbind "$2" "$3" && cd "$4" || exit 125
        shift 4

        """;

    /// <summary>A shell's commands that make it so and leave the program's own words; before them it is given <see cref="Arguments"/>.</summary>
    public static string Commands => Script;

    /// <summary>For each read-only folder where it is and where it is to be, then what is to be <c>/tmp</c>, and where the program works.</summary>
    public IEnumerable<string> Arguments(string workingDirectory) =>
        [.. ReadOnly.SelectMany(folder => new[] { folder, Place(folder) }), "--", Temporary, TemporaryPath, workingDirectory];

    /// <summary>What of them is below <c>/tmp</c> itself would be hidden: it gets its place in the folder that hides it.</summary>
    public void MakePlaces()
    {
        foreach (var folder in ReadOnly)
        {
            Directory.CreateDirectory(Place(folder));
        }
    }

    private string Place(string folder) => folder.StartsWith(TemporaryPath + "/", StringComparison.Ordinal) ? Temporary + folder[TemporaryPath.Length..] : folder;
}
