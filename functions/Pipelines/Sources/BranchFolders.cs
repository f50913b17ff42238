namespace Sluice.Pipelines.Sources;

/// <summary>Where a repository on this machine keeps its branches as files.</summary>
public static class BranchFolders
{
    /// <summary>The folder; null for a URL to a host, and where there is no repository.</summary>
    public static string? Of(string repository)
    {
        try
        {
            return RepositoryAddress.Fault(repository) is null && RepositoryAddress.Parse(repository).Folder is { } folder
                ? Path.Combine(GitFolder.Find(folder).CommonFolder, "refs", "heads")
                : null;
        }
        catch (Exception e) when (e is SourceUnavailableException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Whether the repository is on this machine.</summary>
    public static bool IsHere(string repository) => !PollPace.IsRemote(repository);
}
