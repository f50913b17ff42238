namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A line of <c>git ls-tree</c>.</summary>
internal sealed record ListedEntry(string Mode, string Kind, string Id, string Path)
{
    /// <summary>In CodeCommit's words.</summary>
    public string FileMode => Mode switch
    {
        "100755" => "EXECUTABLE",
        "120000" => "SYMLINK",
        _ => "NORMAL",
    };

    public static async Task<IReadOnlyList<ListedEntry>> ReadAsync(RepositoryGit git, string commit, string path, CancellationToken cancellationToken) =>
    [
        .. (await git.TextAsync(cancellationToken, ["--literal-pathspecs", "ls-tree", "-z", commit, .. path.Length > 0 ? ["--", path] : Array.Empty<string>()])).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2)).Select(parts => (Head: parts[0].Split(' '), Path: parts[1])).Select(line => new ListedEntry(line.Head[0], line.Head[1], line.Head[2], line.Path)),
    ];
}
