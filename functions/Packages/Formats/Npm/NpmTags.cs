using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Npm;

/// <summary>npm's tags of a package: <c>npm dist-tag</c>.</summary>
internal sealed class NpmTags(PackageStore packages, VersionFinder finder)
{
    private const int Longest = 128;

    /// <summary>The tag's name.</summary>
    /// <exception cref="ApiException">It could be taken for versions.</exception>
    public static string Checked(string tag) => tag.Length is > 0 and <= Longest && !char.IsAsciiDigit(tag[0]) && !(tag[0] is 'v' && tag.Length > 1 && char.IsAsciiDigit(tag[1])) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
        ? tag
        : throw PackageErrors.Invalid($"'{tag}' is no tag: at most {Longest} letters, digits and -._~ that could not be a version were expected.");

    public async Task SetAsync(FormatRequest request, NpmName name, string tag, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.PutsMetadata);
        var version = await VersionAsync(request, cancellationToken);
        var id = name.In(request.Repository);
        if (await finder.FindAsync(await finder.PlacesAsync(id, cancellationToken), version, cancellationToken) is null)
        {
            throw PackageErrors.NoVersion(id, version);
        }

        await packages.TagAsync(id, await packages.FindAsync(id, cancellationToken) ?? OriginDefaults.Taken(id), Checked(tag), version, cancellationToken);
    }

    public async Task RemoveAsync(FormatRequest request, NpmName name, string tag, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.PutsMetadata);
        var id = name.In(request.Repository);
        var package = await packages.GetAsync(id, cancellationToken);
        if (tag == "latest")
        {
            throw PackageErrors.Invalid("The tag 'latest' cannot be removed; give it to another version.");
        }

        await packages.TagAsync(id, package, tag, null, cancellationToken);
    }

    private static async Task<string> VersionAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var body = (await request.Http.WithBodyAsync(cancellationToken)).Body;
            return NpmManifest.Text(JsonNode.Parse(body.Span)) is { } version && SemanticVersion.Read(version) is not null ? version : throw PackageErrors.Invalid("A version in quotation marks was expected.");
        }
        catch (JsonException)
        {
            throw PackageErrors.Invalid("A version in quotation marks was expected.");
        }
    }
}
