namespace Sluice.Platform.Connections;

/// <summary>Whose host an address of a repository is of, in any of git's forms.</summary>
public static class RepositoryHost
{
    /// <summary>A URL with the address's scheme, host and port; null if it is of no host.</summary>
    public static Uri? Of(string repository)
    {
        if (repository.Contains("://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url : null;
        }

        // user@host:path
        var colon = repository.IndexOf(':', StringComparison.Ordinal);
        var host = colon > 0 ? repository[..colon].Split('@')[^1] : "";
        return host.Length > 0 && !host.Contains('/', StringComparison.Ordinal) && Uri.CheckHostName(host) != UriHostNameType.Unknown ? new UriBuilder("ssh", host).Uri : null;
    }

    /// <summary>Whether it is come to by SSH.</summary>
    public static bool IsSsh(Uri host) => host.Scheme is "ssh" or "git+ssh" or "ssh+git";
}
