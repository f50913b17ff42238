namespace Sluice.Pipelines.Sources;

/// <summary>Addresses below a repository's URL, and how requests to them name themselves.</summary>
internal static class GitUrl
{
    /// <summary>Never with credentials, which go into a header.</summary>
    public static Uri Of(Uri repository, string rest)
    {
        var bare = new UriBuilder(repository) { UserName = "", Password = "", Query = "", Fragment = "" }.Uri;
        return new Uri($"{bare.AbsoluteUri.TrimEnd('/')}/{rest}");
    }

    /// <summary>Hosts serve git to clients that name themselves git.</summary>
    public static void Name(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("User-Agent", "git/2.0 (sluice)");
}
