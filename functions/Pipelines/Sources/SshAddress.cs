namespace Sluice.Pipelines.Sources;

/// <summary>A repository that is read by SSH.</summary>
/// <param name="User">Who signs in, e.g. <c>git</c>.</param>
/// <param name="Host">Where.</param>
/// <param name="Port">By which port.</param>
/// <param name="Path">What <c>git-upload-pack</c> is given.</param>
internal sealed record SshAddress(string User, string Host, int Port, string Path)
{
    private const int DefaultPort = 22;
    private const string DefaultUser = "git";

    /// <summary>As a URL, for whoever tells hosts apart.</summary>
    public Uri Url => new UriBuilder("ssh", Host, Port).Uri;

    /// <summary>Reads <c>ssh://user@host:port/path</c> or <c>user@host:path</c>; null if it is neither, or has a password in it.</summary>
    public static SshAddress? Read(string repository) => repository.Contains("://", StringComparison.Ordinal) ? OfUrl(repository) : OfShort(repository);

    private static SshAddress? OfUrl(string repository) =>
        Uri.TryCreate(repository, UriKind.Absolute, out var url) && url.Scheme is "ssh" or "git+ssh" or "ssh+git" && url.Host.Length > 0 && url.AbsolutePath.Length > 1
        && !url.UserInfo.Contains(':') && IsHost(url.Host)
            ? new SshAddress(url.UserInfo.Length > 0 ? Uri.UnescapeDataString(url.UserInfo) : DefaultUser, url.Host, url.IsDefaultPort || url.Port <= 0 ? DefaultPort : url.Port, Uri.UnescapeDataString(url.AbsolutePath))
            : null;

    private static SshAddress? OfShort(string repository)
    {
        var colon = repository.IndexOf(':');
        var place = colon > 0 ? repository[..colon].Split('@') : [];
        return place is [_] or [_, _] && IsHost(place[^1]) && colon + 1 < repository.Length
            ? new SshAddress(place.Length == 2 ? place[0] : DefaultUser, place[^1], DefaultPort, repository[(colon + 1)..])
            : null;
    }

    private static bool IsHost(string text) => text.Length > 0 && Uri.CheckHostName(text) != UriHostNameType.Unknown;
}
