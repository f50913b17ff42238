using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Ruby.Archives;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;

namespace Sluice.Packages.Formats.Ruby.Publishing;

/// <summary>Publishes a gem whose file is stored, be it somebody's or taken from outside. A version has one for each platform.</summary>
internal sealed class GemPublisher(ContentStore contents, PublishVersion publish)
{
    /// <summary>A gem of somebody's. Safe to repeat.</summary>
    public async Task PublishedAsync(PackageId id, GemContents gem, StoredContent content, string by, CancellationToken cancellationToken) =>
        await publish.RunAsync(await DescribedAsync(id, gem, content, cancellationToken) with { By = by }, cancellationToken);

    /// <summary>Notes down a gem of a registry outside, in the repository that has the connection and in the one that was asked. Safe to repeat.</summary>
    public async Task TakenAsync(PackageId place, PackageId asked, InfoLine line, string connection, DateTimeOffset? releasedAt, StoredContent content)
    {
        var publication = await ReadAsync(place.Domain, content) is { } gem && gem.Spec.File == line.File
            ? await DescribedAsync(place, gem, content, CancellationToken.None)
            : Of(place, line.File, content, GemFacts.Of(line)) with { Dependencies = [.. line.Dependencies.Select(dependency => dependency.Stored)] };
        foreach (var id in new[] { place, asked }.Distinct())
        {
            await publish.RunAsync(publication with { Package = id, Origin = VersionOrigin.Taken(connection), ReleasedAt = releasedAt });
        }
    }

    private async Task<Publication> DescribedAsync(PackageId id, GemContents gem, StoredContent content, CancellationToken cancellationToken)
    {
        var readme = gem.Readme is { } text ? await contents.WriteAsync(id.Domain, text, cancellationToken) : null;
        return Of(id, gem.Spec.File, content, GemFacts.Of(gem.Spec)) with
        {
            Summary = gem.Spec.ForPeople,
            Dependencies = [.. gem.Spec.Dependencies.Select(dependency => dependency.Stored)],
            Readme = readme?.Hashes.Sha256,
        };
    }

    private static Publication Of(PackageId id, GemFile file, StoredContent content, Dictionary<string, string> facts) =>
        new(id, file.Version, [new StoredAsset(file.FileName, content.Size, content.Hashes) { Facts = facts }]) { TakesMore = true };

    /// <summary>Null if it cannot be read: it is not ours to refuse what a registry outside took, and its checksum is right.</summary>
    private async Task<GemContents?> ReadAsync(string domain, StoredContent content)
    {
        try
        {
            await using var gem = await contents.OpenAsync(domain, content.Hashes.Sha256, CancellationToken.None);
            return await GemReader.ReadAsync(gem, CancellationToken.None);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
