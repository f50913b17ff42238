namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>Names of commits, paths and branches, which come from outside and go to git.</summary>
internal static class Revisions
{
    private static readonly string[] _prefixes = ["refs/heads/", "refs/tags/", ""];

    /// <summary>The commit that an id, a branch, a tag or HEAD names.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public static async Task<string> CommitAsync(RepositoryGit git, string? specifier, CancellationToken cancellationToken)
    {
        var name = specifier ?? "HEAD";
        foreach (var prefix in name.StartsWith('-') || name.Any(c => char.IsControl(c) || c is '^' or '~' or ':' or '@' or ' ' or '{') ? [] : _prefixes)
        {
            if (await git.TryAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"{prefix}{name}^{{commit}}") is { Length: > 0 } commit)
            {
                return commit;
            }
        }

        throw RepositoryErrors.NoCommit(name);
    }

    /// <summary>The commit of a branch.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">There is none.</exception>
    public static async Task<string> BranchAsync(RepositoryGit git, string name, CancellationToken cancellationToken) =>
        await IsNameAsync(git, name, cancellationToken) && await git.TryAsync(cancellationToken, "rev-parse", "--verify", "--quiet", $"refs/heads/{name}") is { Length: > 0 } commit ? commit : throw RepositoryErrors.NoBranch(name);

    /// <summary>Whether git takes it for a branch's name.</summary>
    public static async Task<bool> IsNameAsync(RepositoryGit git, string name, CancellationToken cancellationToken) => await git.TryAsync(cancellationToken, "check-ref-format", $"refs/heads/{name}") is not null;

    /// <summary>A path in a commit: without slashes at its ends.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It leads elsewhere.</exception>
    public static string Path(string path)
    {
        var trimmed = path.Trim('/');
        return trimmed.Length == 0 || !trimmed.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase)) && !trimmed.Any(char.IsControl)
            ? trimmed
            : throw RepositoryErrors.Of("InvalidPath", $"'{path}' is no path in a repository");
    }
}
