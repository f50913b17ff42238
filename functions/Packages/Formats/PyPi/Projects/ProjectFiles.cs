using Sluice.Packages.Contents;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;
using Sluice.Platform.Objects;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>Gives files out, and their metadata beside them. What is outside is handed on while it is stored.</summary>
internal sealed class ProjectFiles(ProjectReader projects, KeepFile keep, RetainVersion retain, ContentStore contents, UpstreamFiles upstream)
{
    private const string MetadataEnd = ".metadata";

    /// <summary>How many bytes a file may have.</summary>
    public const long MostBytes = 5L * 1024 * 1024 * 1024;

    /// <exception cref="ApiException">There is no such file, or it cannot be had.</exception>
    public Task<ApiResponse> AnswerAsync(FormatRequest request, PackageId id, string version, string name, CancellationToken cancellationToken) =>
        name.EndsWith(MetadataEnd, StringComparison.Ordinal) ? MetadataAsync(id, version, name[..^MetadataEnd.Length], cancellationToken) : FileAsync(request, id, version, name, cancellationToken);

    private async Task<ApiResponse> FileAsync(FormatRequest request, PackageId id, string version, string name, CancellationToken cancellationToken)
    {
        var media = PyFileName.Read(name, id.Name)?.MediaType ?? throw NoFile(id, name);
        if (await projects.FindKeptAsync(id, version, name, cancellationToken) is { } found)
        {
            return await KeptAsync(request, id, found, found.Version.Asset(name)!, media, cancellationToken);
        }

        var file = await ListedAsync(id, version, name, cancellationToken);
        if (file.Asset is { } asset)
        {
            return await KeptAsync(request, id, file.Kept!, asset, media, cancellationToken);
        }

        if (await upstream.OpenAsync(Wanted(id, file.Outside!), cancellationToken) is not { } content)
        {
            // It is not there, or somebody's fetch ended since it was looked for.
            var now = await projects.FindKeptAsync(id, version, name, cancellationToken) ?? throw NoFile(id, name);
            return await KeptAsync(request, id, now, now.Version.Asset(name)!, media, cancellationToken);
        }

        return new ApiResponse(200, [KeyValuePair.Create("Content-Type", media), KeyValuePair.Create("Cache-Control", "private, max-age=31536000, immutable")], default) { Content = content };
    }

    private async Task<ApiResponse> KeptAsync(FormatRequest request, PackageId id, FoundVersion found, StoredAsset asset, string media, CancellationToken cancellationToken)
    {
        if (found.Version.IsListed)
        {
            await retain.RunAsync(found, id, cancellationToken);
        }

        var sha256 = asset.Hashes.Sha256;
        return request.Http.Header("If-None-Match") == $"\"{sha256}\"" ? FormatAnswers.NotModified($"\"{sha256}\"") : FormatAnswers.File(await contents.StreamAsync(id.Domain, sha256, cancellationToken), media, sha256);
    }

    /// <summary>It is found by its digest, whoever stored it: that of a wheel which is still outside, too.</summary>
    private async Task<ApiResponse> MetadataAsync(PackageId id, string version, string name, CancellationToken cancellationToken)
    {
        var file = await ListedAsync(id, version, name, cancellationToken);
        var sha256 = file.File.Metadata ?? throw NoFile(id, name + MetadataEnd);
        if (file.Outside is { } place && !await contents.HasAsync(id.Domain, sha256, cancellationToken) && await upstream.OpenAsync(WantedMetadata(id, place, sha256), cancellationToken) is { } content)
        {
            return new ApiResponse(200, [KeyValuePair.Create("Content-Type", FormatAnswers.Bytes)], default) { Content = content };
        }

        try
        {
            return FormatAnswers.File(await contents.StreamAsync(id.Domain, sha256, cancellationToken), FormatAnswers.Bytes, sha256);
        }
        catch (ObjectNotFoundException) when (file.Outside is not null)
        {
            throw NoFile(id, name + MetadataEnd);
        }
    }

    private UpstreamFile WantedMetadata(PackageId id, OutsidePlace place, string sha256) => new(
        id.Domain, place.File.MetadataAddress, 2L * Archives.CoreMetadataReader.Most, content => Different("sha256", sha256, content), _ => Task.CompletedTask)
    {
        IsKept = () => contents.HasAsync(id.Domain, sha256, CancellationToken.None),
    };

    private async Task<ListedFile> ListedAsync(PackageId id, string version, string name, CancellationToken cancellationToken)
    {
        if (await projects.ReadAsync(id, cancellationToken) is { } files && files.TryGetValue(name, out var file) && file.File.Version == version)
        {
            return file;
        }

        await projects.DemandAsync(id, version, name, cancellationToken);
        throw NoFile(id, name);
    }

    private UpstreamFile Wanted(PackageId id, OutsidePlace place) => new(
        id.Domain,
        place.File.Address,
        MostBytes,
        content => place.File.File.BestHash is { } hash ? Different(hash.Key, hash.Value, content) : null,
        content => keep.TakenAsync(id, place, content, CancellationToken.None))
    {
        IsKept = async () => await projects.FindKeptAsync(id, place.File.File.Version, place.File.File.Name, CancellationToken.None) is not null,
    };

    private static string? Different(string algorithm, string expected, StoredContent content) =>
        FileFacts.Hashes(content.Hashes)[algorithm] is var found && found == expected ? null : $"its {algorithm} is {found}, and {expected} was expected.";

    private static ApiException NoFile(PackageId id, string name) => new(PackageErrors.NotFoundCode, $"There is no file '{name}' of the {id}.");
}
