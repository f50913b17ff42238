using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Resolving;
using Sluice.Platform.Objects;

namespace Sluice.Packages.Formats.NuGet.Reading;

/// <summary>What was kept of versions when they were published.</summary>
internal sealed class EntryReader
{
    private const int AtOnce = 8;
    private readonly ContentStore _contents;

    internal EntryReader(ContentStore contents) => _contents = contents;

    /// <summary>In the same order.</summary>
    public async Task<IReadOnlyList<CatalogVersion>> ReadAsync(IReadOnlyList<FoundVersion> versions, CancellationToken cancellationToken)
    {
        var read = new CatalogVersion[versions.Count];
        await Parallel.ForAsync(0, read.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, token) => read[at] = await ReadAsync(versions[at], token));
        return read;
    }

    private async Task<CatalogVersion> ReadAsync(FoundVersion found, CancellationToken cancellationToken)
    {
        var version = found.Version;
        return new CatalogVersion(version.Version, await EntryAsync(found, cancellationToken), version.IsListed, version.FirstHadAt);
    }

    private async Task<JsonObject> EntryAsync(FoundVersion found, CancellationToken cancellationToken)
    {
        try
        {
            return found.Version.Document is { } document && JsonNode.Parse(await _contents.ReadAsync(found.Package.Domain, document, cancellationToken)) is JsonObject entry ? entry : Bare(found);
        }
        catch (ObjectNotFoundException)
        {
            return Bare(found);
        }
    }

    /// <summary>Of one that was published by the API alone.</summary>
    private static JsonObject Bare(FoundVersion found) => new()
    {
        ["@type"] = "PackageDetails",
        ["id"] = found.Version.Summary.DisplayName ?? found.Package.Name,
        ["version"] = found.Version.Version,
        ["description"] = found.Version.Summary.Summary ?? "",
    };
}
