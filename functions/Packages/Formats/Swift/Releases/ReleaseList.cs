using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Swift.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Swift.Releases;

/// <summary>Lists a package's releases, those of upstreams among them, and says what one is.</summary>
internal sealed class ReleaseList(VersionFinder finder, Contents.ContentStore contents)
{
    private const int Gone = 410;

    /// <summary>All of them, the highest first.</summary>
    public async Task<ApiResponse> AllAsync(FormatRequest request, PackageId id, CancellationToken cancellationToken)
    {
        var all = (await OrderedAsync(id, cancellationToken)).Where(version => version.Status is PackageVersionStatus.Published or PackageVersionStatus.Archived or PackageVersionStatus.Disposed).ToList();
        if (all.Count == 0)
        {
            return SwiftAnswers.Problem(404, $"There is no package {id.Written} here.");
        }

        var releases = new JsonObject();
        foreach (var version in all)
        {
            var release = new JsonObject { ["url"] = Address(request, id, version.Version) };
            if (!version.IsListed)
            {
                release["problem"] = SwiftAnswers.ProblemOf(Gone, $"The release is {version.Status}.");
            }

            releases[version.Version] = release;
        }

        return SwiftAnswers.Json(new JsonObject { ["releases"] = releases }, Links([("latest-version", all.Find(version => version.IsListed))], request, id));
    }

    /// <summary>One of them.</summary>
    public async Task<ApiResponse> OneAsync(FormatRequest request, PackageId id, string version, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, version, cancellationToken) is not { } found)
        {
            return SwiftAnswers.Problem(404, PackageErrors.NoVersion(id, version).Message);
        }

        var listed = (await OrderedAsync(id, cancellationToken)).Where(other => other.IsListed).ToList();
        var at = listed.FindIndex(other => other.Version == version);
        var links = Links([("latest-version", listed.FirstOrDefault()), ("successor-version", at > 0 ? listed[at - 1] : null), ("predecessor-version", at >= 0 && at + 1 < listed.Count ? listed[at + 1] : null)], request, id);
        return SwiftAnswers.Json(
            new JsonObject
            {
                ["id"] = found.Version.Summary.DisplayName ?? id.Written,
                ["version"] = version,
                ["resources"] = new JsonArray(await ResourceAsync(id, found.Version, cancellationToken)),
                ["metadata"] = await MetadataAsync(id, found.Version, cancellationToken),
                ["publishedAt"] = found.Version.FirstHadAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            },
            links);
    }

    /// <summary>The release, if it is served; null if none of the places has it.</summary>
    public async Task<FoundVersion?> FindAsync(PackageId id, string version, CancellationToken cancellationToken) => await finder.FindAsync(await finder.PlacesAsync(id, cancellationToken), version, cancellationToken);

    /// <summary>What rules withhold is not among them.</summary>
    private async Task<List<StoredVersion>> OrderedAsync(PackageId id, CancellationToken cancellationToken)
    {
        var all = await finder.ListAsync(await finder.PlacesAsync(id, cancellationToken), cancellationToken);
        return [.. all.Where(found => found.Withheld is null).Select(found => found.Version).OrderByDescending(version => SemanticVersion.Read(version.Version)).ThenByDescending(version => version.Version, StringComparer.Ordinal)];
    }

    private static string Address(FormatRequest request, PackageId id, string version) => $"{request.Address}{id.Namespace}/{id.Name}/{Uri.EscapeDataString(version)}";

    private static IEnumerable<KeyValuePair<string, string>> Links(IEnumerable<(string Relation, StoredVersion? Version)> links, FormatRequest request, PackageId id) =>
        string.Join(", ", links.Where(link => link.Version is not null).Select(link => $"<{Address(request, id, link.Version!.Version)}>; rel=\"{link.Relation}\"")) is { Length: > 0 } text ? [new("Link", text)] : [];

    private async Task<JsonObject> ResourceAsync(PackageId id, StoredVersion version, CancellationToken cancellationToken)
    {
        var archive = version.Asset(SwiftAssets.Archive)!;
        var resource = new JsonObject { ["name"] = "source-archive", ["type"] = "application/zip", ["checksum"] = archive.Hashes.Sha256 };
        if (version.Asset(SwiftAssets.ArchiveSignature) is { } signature)
        {
            var bytes = await contents.ReadAsync(id.Domain, signature.Hashes.Sha256, cancellationToken);
            resource["signing"] = new JsonObject { ["signatureBase64Encoded"] = Convert.ToBase64String(bytes), ["signatureFormat"] = archive.Fact(SwiftAssets.SignatureFormat) };
        }

        return resource;
    }

    private async Task<JsonNode> MetadataAsync(PackageId id, StoredVersion version, CancellationToken cancellationToken) =>
        version.Asset(SwiftAssets.Metadata) is { } metadata ? JsonNode.Parse(await contents.ReadAsync(id.Domain, metadata.Hashes.Sha256, cancellationToken))! : new JsonObject();
}
