using Sluice.Packages.Model;
using Sluice.Platform.Configuration;

namespace Sluice.Packages.Entry;

/// <summary>Where repositories' registries are: <c>/artifacts/DOMAIN/FORMAT/REPOSITORY/</c> below the endpoint.</summary>
/// <param name="Endpoint">Of the service that serves them; null for the one that the request came to.</param>
public sealed record RegistryAddress(string? Endpoint = null)
{
    /// <summary>The variable with the endpoint.</summary>
    public const string Variable = "SLUICE_PACKAGES_URL";

    /// <summary>How a registry's address is made, for people.</summary>
    internal const string Expected = "/artifacts/DOMAIN/FORMAT/REPOSITORY/";

    private const string Root = "/artifacts/";

    private const string Builds = "builds";

    /// <summary>The faults are the reader's.</summary>
    public static RegistryAddress Read(VariableReader reader)
    {
        var text = reader.Optional(Variable);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)))
        {
            reader.Fault(Variable, "a URL such as https://packages.example.com");
        }

        return new RegistryAddress(text);
    }

    /// <summary>Whether a path is at the address of registries, be there one or not.</summary>
    public static bool Takes(string path) => path.StartsWith(Root, StringComparison.Ordinal) || path == Root.TrimEnd('/');

    /// <summary>The address of a repository's registry, with a slash at its end.</summary>
    /// <param name="endpoint">Where the request came to.</param>
    /// <param name="repository">Which repository.</param>
    /// <param name="format">Which of its registries.</param>
    public string Of(string endpoint, RepositoryId repository, PackageFormat format) => $"{(Endpoint ?? endpoint).TrimEnd('/')}{Root}{repository.Domain}/{format}/{repository.Name}/";

    /// <summary>The repository that a build asks about: <c>/artifacts/DOMAIN/builds/REPOSITORY</c>. Null if a path asks something else.</summary>
    internal static RepositoryId? ReadForBuilds(string whole) =>
        Below(whole).Split('/') is [var domain, Builds, var repository] ? new RepositoryId(Uri.UnescapeDataString(domain), Uri.UnescapeDataString(repository)) : null;

    /// <summary>What a path names; null if it names no repository.</summary>
    public static (RepositoryId Repository, PackageFormat Format, string Path)? Read(string whole) =>
        Below(whole).Split('/', 4) is [var domain, var format, var repository, .. var rest] && Enum.TryParse<PackageFormat>(format, out var known) && known.ToString() == format
            ? (new RepositoryId(Uri.UnescapeDataString(domain), Uri.UnescapeDataString(repository)), known, rest is [var more] ? more : "")
            : null;

    private static string Below(string whole) => whole.Length > Root.Length ? whole[Root.Length..] : "";
}
