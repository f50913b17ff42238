namespace Sluice.Pipelines.Sources;

/// <summary>Reads a local repository's refs from its files: bare or not, a worktree or a submodule.</summary>
internal static class FileRefReader
{
    private const int LongestChain = 5;

    public static RefHead ReadHead(string folder, string? branch)
    {
        try
        {
            var place = GitFolder.Find(folder);
            return Read(place, folder, branch ?? HeadBranch(place, folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            throw new SourceUnavailableException($"The repository '{folder}' cannot be read: {e.Message}");
        }
    }

    private static RefHead Read(GitFolder place, string folder, string branch)
    {
        var refs = new RefFiles(place.CommonFolder);
        var name = $"refs/heads/{branch}";
        for (var links = 0; links < LongestChain; links++)
        {
            var value = refs.Read(name) ?? throw Missing(place, refs, folder, branch);
            if (!value.StartsWith("ref:", StringComparison.Ordinal))
            {
                return CommitIds.Is(value)
                    ? new RefHead(branch, value)
                    : throw new SourceUnavailableException(
                        $"The branch '{branch}' of '{folder}' stands at '{Shortened(value)}', which is no SHA-1 commit id.");
            }

            name = value[4..].Trim();
            if (!name.StartsWith("refs/", StringComparison.Ordinal) || BranchName.Fault(name[5..]) is not null)
            {
                break;
            }
        }

        throw new SourceUnavailableException($"The branch '{branch}' of '{folder}' is a symbolic ref that leads nowhere.");
    }

    private static string HeadBranch(GitFolder place, string folder)
    {
        var name = Symbolic(place);
        return name is not null && BranchName.Fault(name) is null
            ? name
            : throw new SourceUnavailableException($"The HEAD of '{folder}' is no branch (it is detached); name a branch.");
    }

    private static string? Symbolic(GitFolder place)
    {
        const string Prefix = "ref: refs/heads/";
        var head = RefFiles.ReadSmall(Path.Combine(place.Folder, "HEAD"));
        return head is not null && head.StartsWith(Prefix, StringComparison.Ordinal) ? head[Prefix.Length..].Trim() : null;
    }

    private static SourceUnavailableException Missing(GitFolder place, RefFiles refs, string folder, string branch) => new(refs.AnyBranch()
        ? MissingBranch.Text(folder, branch, Symbolic(place))
        : $"The repository '{folder}' is empty: it has no commits yet.");

    private static string Shortened(string value) => value.Length <= 80 ? value : value[..80] + "…";
}
