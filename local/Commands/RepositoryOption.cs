using Sluice.Pipelines.Sources;

namespace Sluice.Local.Commands;

/// <summary>The rules for <c>--repository</c> and <c>--branch</c>. What a URL has before its '@' is never shown.</summary>
internal static class RepositoryOption
{
    /// <exception cref="UsageException">It is no repository that can be read from here.</exception>
    public static void Check(string repository)
    {
        if (Fault(repository) is { } fault)
        {
            throw new UsageException($"--repository {fault}");
        }
    }

    /// <exception cref="UsageException">Git allows no such name.</exception>
    public static void CheckBranch(string branch)
    {
        if (SourceRules.BranchFault(branch) is { } fault)
        {
            throw new UsageException($"--branch {fault}.");
        }
    }

    private static string? Fault(string repository)
    {
        var isFolder = !RepositoryName.IsUrl(repository) && repository.Length > 0 && Directory.Exists(repository);
        return isFolder ? Rule(RepositoryName.Full(repository))
            : IsPath(repository) ? $"{repository}: there is no such folder, and it is no http(s):// or file:// URL."
            : Rule(repository);
    }

    private static string? Rule(string repository) => SourceRules.RepositoryFault(repository) is { } fault ? fault + "." : null;

    /// <summary>Like git: a colon before the first slash means a host.</summary>
    private static bool IsPath(string repository) =>
        !RepositoryName.IsUrl(repository) && !string.IsNullOrWhiteSpace(repository) && !repository.Any(char.IsControl) && !repository.Split('/')[0].Contains(':', StringComparison.Ordinal);
}
