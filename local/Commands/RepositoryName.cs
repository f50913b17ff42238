namespace Sluice.Local.Commands;

/// <summary>A repository as people name it: a URL or a folder.</summary>
internal static class RepositoryName
{
    public static bool IsUrl(string repository) => repository.Contains("://", StringComparison.Ordinal);

    /// <summary>A folder by its full path, so that it means the same wherever the suite is started next; a URL as it is.</summary>
    public static string Full(string repository) => IsUrl(repository) ? repository : Path.TrimEndingDirectorySeparator(Path.GetFullPath(repository));
}
