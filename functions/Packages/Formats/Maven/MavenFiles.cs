using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Gives files of versions out, and their checksums.</summary>
internal sealed class MavenFiles(VersionFinder finder, AssetFinder assets, MavenOutside outside, ContentStore contents, RetainVersion retain)
{
    /// <exception cref="ApiException">There is no such file, or it cannot be had.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(id, cancellationToken);
        var (kept, first) = await assets.FindAsync(places, path.Version!, path.File, cancellationToken);
        if (kept is null && await OutsideAsync(places, first, id, path, cancellationToken) is { } taken)
        {
            return taken;
        }

        // What is not outside may have been kept since it was looked for.
        kept ??= (await KeptAsync(id, path, cancellationToken)).Kept ?? throw NoFile(id, path);
        if (kept.Version.IsListed)
        {
            await retain.RunAsync(kept, id, cancellationToken);
        }

        var asset = kept.Version.Asset(path.File)!;
        return path.Checksum is { } name ? FormatAnswers.Text(200, MavenChecksum.Of(asset.Hashes, name)) : await FileAsync(request, id, path, asset, cancellationToken);
    }

    private async Task<ApiResponse> FileAsync(FormatRequest request, PackageId id, MavenPath path, StoredAsset asset, CancellationToken cancellationToken)
    {
        var sha256 = asset.Hashes.Sha256;
        return request.Http.Header("If-None-Match") == $"\"{sha256}\"" ? FormatAnswers.NotModified($"\"{sha256}\"") : FormatAnswers.File(await contents.StreamAsync(id.Domain, sha256, cancellationToken), MediaType(path), sha256);
    }

    private async Task<ApiResponse?> OutsideAsync(IReadOnlyList<PackagePlace> places, StoredVersion? first, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        // Snapshots change, and nobody would know which one is kept.
        if (!AssetFinder.MayBeOutside(first) || path.Folder!.EndsWith(MavenPath.Snapshot, StringComparison.Ordinal))
        {
            return null;
        }

        if (path.Checksum is { } name)
        {
            return await outside.ChecksumAsync(places, path, cancellationToken) is { } document && MavenChecksum.Read(document, name) is { } digest ? FormatAnswers.Text(200, digest) : null;
        }

        return await outside.OpenAsync(places, id, path, async () => (await KeptAsync(id, path, CancellationToken.None)).Kept is not null, cancellationToken) is { } content ? new ApiResponse(200, [KeyValuePair.Create("Content-Type", MediaType(path))], default) { Content = content } : null;
    }

    /// <summary>As it is now, in places as they are now.</summary>
    private async Task<(FoundVersion? Kept, StoredVersion? First)> KeptAsync(PackageId id, MavenPath path, CancellationToken cancellationToken) =>
        await assets.FindAsync(await finder.PlacesAsync(id, cancellationToken), path.Version!, path.File, cancellationToken);

    private static string MediaType(MavenPath path) => Path.GetExtension(path.File) switch
    {
        ".jar" => "application/java-archive",
        ".pom" or ".xml" => "application/xml",
        ".module" => FormatAnswers.Json,
        _ => FormatAnswers.Bytes,
    };

    private static ApiException NoFile(PackageId id, MavenPath path) => new(PackageErrors.NotFoundCode, $"There is no file '{path.File}' of the version {path.Version} of the {id}.");
}
