using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Swift.Archives;
using Sluice.Packages.Formats.Swift.Names;
using Sluice.Packages.Formats.Swift.Releases;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;

namespace Sluice.Packages.Formats.Swift.Publishing;

/// <summary>Takes a release. It is stored, and published, once all of it was found to be good.</summary>
internal sealed class PublishRelease(ContentStore contents, PublishVersion publish)
{
    private const int Unprocessable = 422;
    private const int LongestFormat = 64;

    public async Task<ApiResponse> AnswerAsync(FormatRequest request, SwiftName name, PackageId id, string version, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Publishes);
        if (FaultOf(version) is { } fault)
        {
            return SwiftAnswers.Problem(400, fault);
        }

        try
        {
            await using var form = await ReleaseFormReader.ReadAsync(request.Http, cancellationToken);
            var format = SignatureFormat(request.Http, form);
            if (form.Content is null)
            {
                throw new InvalidDataException($"{ReleaseFormReader.Archive}: a zip is expected");
            }

            var metadata = form.Parts.TryGetValue(ReleaseFormReader.Metadata, out var told) ? ReleaseMetadata.Read(told) : ReleaseMetadata.None;
            var manifests = await ManifestsAsync(form, cancellationToken);
            var assets = await StoredAsync(id.Domain, form, manifests, Facts(format, metadata), cancellationToken);
            await publish.RunAsync(new Publication(id, version, assets) { Summary = metadata.Summary(name.Written), Document = assets.FirstOrDefault(asset => asset.Name == SwiftAssets.Metadata)?.Hashes.Sha256, By = request.Caller.Name }, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            return SwiftAnswers.Problem(Unprocessable, $"The release is refused: {e.Message.TrimEnd('.')}.");
        }

        return SwiftAnswers.Empty(201, new KeyValuePair<string, string>("Location", $"{request.Address}{id.Namespace}/{id.Name}/{Uri.EscapeDataString(version)}"));
    }

    /// <summary>A version that ends as an address of another thing does could not be asked for.</summary>
    private static string? FaultOf(string version) => SemanticVersion.Read(version) is null ? "The version is none: Semantic Versioning 2.0.0 is expected, e.g. 1.2.3."
        : version.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || version.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "A version that does not end in .zip or .json is expected." : null;

    private static string? SignatureFormat(ApiRequest request, ReleaseForm form)
    {
        var format = request.Header("X-Swift-Package-Signature-Format");
        var isSigned = form.Parts.ContainsKey(ReleaseFormReader.ArchiveSignature);
        if (isSigned != format is not null || (!isSigned && form.Parts.ContainsKey(ReleaseFormReader.MetadataSignature)))
        {
            throw new InvalidDataException($"{ReleaseFormReader.ArchiveSignature} and the header X-Swift-Package-Signature-Format are expected together");
        }

        return format is null || (format.Length is > 0 and <= LongestFormat && format.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-')) ? format
            : throw new InvalidDataException("X-Swift-Package-Signature-Format: a format is expected, e.g. cms-1.0.0");
    }

    private static async Task<IReadOnlyList<SwiftManifest>> ManifestsAsync(ReleaseForm form, CancellationToken cancellationToken)
    {
        try
        {
            form.Archive.Position = 0;
            return await SourceArchive.ReadAsync(form.Archive, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{ReleaseFormReader.Archive} {e.Message}", e);
        }
    }

    private static Dictionary<string, string>? Facts(string? format, ReleaseMetadata metadata)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (format is not null)
        {
            facts[SwiftAssets.SignatureFormat] = format;
        }

        if (metadata.RepositoryUrls.Count > 0)
        {
            facts[SwiftAssets.SourceUrls] = string.Join('\n', metadata.RepositoryUrls);
        }

        return facts.Count == 0 ? null : facts;
    }

    private async Task<IReadOnlyList<StoredAsset>> StoredAsync(string domain, ReleaseForm form, IReadOnlyList<SwiftManifest> manifests, Dictionary<string, string>? facts, CancellationToken cancellationToken)
    {
        form.Archive.Position = 0;
        await contents.KeepAsync(domain, form.Archive, form.Content!, cancellationToken);
        List<StoredAsset> assets = [new StoredAsset(SwiftAssets.Archive, form.Content!.Size, form.Content.Hashes) { Facts = facts }];
        foreach (var manifest in manifests)
        {
            assets.Add(await SmallAsync(domain, manifest.FileName, manifest.Content, manifest.ToolsVersion, cancellationToken));
        }

        foreach (var (part, asset) in new[] { (ReleaseFormReader.ArchiveSignature, SwiftAssets.ArchiveSignature), (ReleaseFormReader.Metadata, SwiftAssets.Metadata), (ReleaseFormReader.MetadataSignature, SwiftAssets.MetadataSignature) })
        {
            if (form.Parts.TryGetValue(part, out var bytes))
            {
                assets.Add(await SmallAsync(domain, asset, bytes, null, cancellationToken));
            }
        }

        return [.. assets.OrderBy(asset => asset.Name, StringComparer.Ordinal)];
    }

    private async Task<StoredAsset> SmallAsync(string domain, string name, byte[] bytes, string? tools, CancellationToken cancellationToken)
    {
        var stored = await contents.WriteAsync(domain, bytes, cancellationToken);
        return new StoredAsset(name, stored.Size, stored.Hashes) { Facts = tools is null ? null : new Dictionary<string, string> { [SwiftAssets.ToolsVersion] = tools } };
    }
}
