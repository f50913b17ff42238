using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Formats.PyPi.Pages;

/// <summary>Reads a project's page of a registry outside, be it JSON or HTML. Files that no package manager takes any more, and links that lead nowhere, are left out.</summary>
internal static class OutsidePage
{
    /// <summary>What such a registry is asked for.</summary>
    public const string Accept = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

    private const int MostFiles = 200_000;

    /// <param name="content">The page.</param>
    /// <param name="contentType">What it was said to be; null if nothing was said.</param>
    /// <param name="address">Where it came from.</param>
    /// <param name="project">Whose page it is, normalised.</param>
    /// <exception cref="InvalidDataException">It is no such page.</exception>
    public static IReadOnlyList<OutsideFile> Read(byte[] content, string? contentType, Uri address, string project)
    {
        var links = contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true ? JsonLinks.Read(content) : HtmlLinks.Read(content);
        var files = new Dictionary<string, OutsideFile>(StringComparer.Ordinal);
        foreach (var link in links.Take(MostFiles))
        {
            if (PyFileName.Read(link.Name, project) is { } name && Uri.TryCreate(address, link.Url, out var place) && (place.Scheme == Uri.UriSchemeHttp || place.Scheme == Uri.UriSchemeHttps))
            {
                files.TryAdd(link.Name, new OutsideFile(FileOf(link, name), new UriBuilder(place) { Fragment = "" }.Uri));
            }
        }

        return [.. files.Values];
    }

    private static PyFile FileOf(PageLink link, PyFileName name) => new(link.Name, name.Version.ToString(), link.Hashes.Where(hash => PyFile.Best.Contains(hash.Key)).ToDictionary(hash => hash.Key, hash => hash.Value.ToLowerInvariant()))
    {
        Size = link.Size,
        UploadedAt = link.UploadedAt,
        RequiresPython = link.RequiresPython,
        Metadata = link.Metadata?.ToLowerInvariant() is { Length: 64 } digest && digest.All(char.IsAsciiHexDigit) ? digest : null,
        Yanked = link.Yanked,
    };
}
