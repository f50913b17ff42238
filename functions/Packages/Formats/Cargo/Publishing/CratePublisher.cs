using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Cargo.Archives;
using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;

namespace Sluice.Packages.Formats.Cargo.Publishing;

/// <summary>Publishes a crate whose archive is stored, be it somebody's or taken from outside.</summary>
internal sealed class CratePublisher(ContentStore contents, PublishVersion publish)
{
    /// <summary>A version of somebody's. Safe to repeat.</summary>
    public async Task PublishedAsync(PackageId id, JsonObject line, CrateContents crate, StoredContent archive, string? readme, IReadOnlyList<StoredDependency> dependencies, string by, CancellationToken cancellationToken)
    {
        var publication = await DescribedAsync(id.Domain, new Publication(id, crate.Manifest.Version, [Asset(crate.Manifest.Name, crate.Manifest.Version, archive)]), line, crate, readme, cancellationToken);
        await publish.RunAsync(publication with { Dependencies = dependencies, By = by }, cancellationToken);
    }

    /// <summary>Notes down a version of a registry outside, in the repository that has the connection and in the one that was asked. Safe to repeat.</summary>
    public async Task TakenAsync(PackageId place, PackageId asked, IndexLine line, string connection, DateTimeOffset? releasedAt, StoredContent archive)
    {
        var crate = await ReadAsync(place.Domain, line, archive);
        var publication = await DescribedAsync(place.Domain, new Publication(place, line.Version, [Asset(line.Name, line.Version, archive)]), line.Json, crate, crate?.ReadmeText, CancellationToken.None);
        foreach (var id in new[] { place, asked }.Distinct())
        {
            await publish.RunAsync(publication with { Package = id, Dependencies = [.. line.Dependencies.Select(dependency => dependency.Stored)], Origin = VersionOrigin.Taken(connection), ReleasedAt = releasedAt });
        }
    }

    private async Task<Publication> DescribedAsync(string domain, Publication publication, JsonObject line, CrateContents? crate, string? readme, CancellationToken cancellationToken)
    {
        var document = await contents.WriteAsync(domain, JsonSerializer.SerializeToUtf8Bytes(line), cancellationToken);
        var kept = readme is null ? null : await contents.WriteAsync(domain, Encoding.UTF8.GetBytes(readme), cancellationToken);
        return publication with { Summary = crate?.Manifest.Summary ?? VersionSummary.None, Document = document.Hashes.Sha256, Readme = kept?.Hashes.Sha256 };
    }

    /// <summary>Null if it cannot be read: it is not ours to refuse what a registry outside took, and its checksum is right.</summary>
    private async Task<CrateContents?> ReadAsync(string domain, IndexLine line, StoredContent archive)
    {
        try
        {
            await using var content = await contents.OpenAsync(domain, archive.Hashes.Sha256, CancellationToken.None);
            return await CrateReader.ReadAsync(content, $"{line.Name}-{line.Version}", CancellationToken.None);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static StoredAsset Asset(string name, string version, StoredContent archive) => new($"{name}-{version}.crate", archive.Size, archive.Hashes);
}
