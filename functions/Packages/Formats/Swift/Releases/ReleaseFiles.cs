using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Swift.Archives;
using Sluice.Packages.Formats.Swift.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Swift.Releases;

/// <summary>Gives out source archives and manifests.</summary>
internal sealed class ReleaseFiles(ReleaseList releases, ContentStore contents, RetainVersion retain)
{
    /// <summary>The source archive. What an upstream has is kept in the repository that was asked.</summary>
    public async Task<ApiResponse> ArchiveAsync(PackageId id, string version, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, version, cancellationToken) is not { } found)
        {
            return SwiftAnswers.Problem(404, PackageErrors.NoVersion(id, version).Message);
        }

        await retain.RunAsync(found, id, cancellationToken);
        var archive = found.Version.Asset(SwiftAssets.Archive)!;
        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Disposition", $"attachment; filename=\"{id.Name}-{version}.zip\""), new("Digest", $"sha-256={Convert.ToBase64String(Convert.FromHexString(archive.Hashes.Sha256))}"),
        ];
        if (found.Version.Asset(SwiftAssets.ArchiveSignature) is { } signature)
        {
            headers.Add(new("X-Swift-Package-Signature-Format", archive.Fact(SwiftAssets.SignatureFormat) ?? ""));
            headers.Add(new("X-Swift-Package-Signature", Convert.ToBase64String(await contents.ReadAsync(id.Domain, signature.Hashes.Sha256, cancellationToken))));
        }

        return SwiftAnswers.File(FormatAnswers.File(await contents.StreamAsync(id.Domain, archive.Hashes.Sha256, cancellationToken), "application/zip", archive.Hashes.Sha256), headers);
    }

    /// <summary>The manifest, or that of a version of Swift if there is one.</summary>
    public async Task<ApiResponse> ManifestAsync(FormatRequest request, PackageId id, string version, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, version, cancellationToken) is not { } found)
        {
            return SwiftAnswers.Problem(404, PackageErrors.NoVersion(id, version).Message);
        }

        var address = $"{request.Address}{id.Namespace}/{id.Name}/{Uri.EscapeDataString(version)}/{SwiftManifest.Main}";
        var wanted = request.Http.Parameter("swift-version");
        if (found.Version.Assets.FirstOrDefault(asset => wanted is null ? asset.Name == SwiftManifest.Main : SwiftManifest.VersionOf(asset.Name) == wanted) is not { } manifest)
        {
            return SwiftAnswers.Empty(303, new KeyValuePair<string, string>("Location", address));
        }

        List<KeyValuePair<string, string>> headers = [new("Content-Disposition", $"attachment; filename=\"{manifest.Name}\"")];
        var links = found.Version.Assets.Where(asset => SwiftManifest.VersionOf(asset.Name) is not null).Select(asset => Link(address, asset)).ToList();
        headers.AddRange(wanted is null && links.Count > 0 ? [new("Link", string.Join(", ", links))] : []);
        return SwiftAnswers.File(FormatAnswers.File(await contents.StreamAsync(id.Domain, manifest.Hashes.Sha256, cancellationToken), "text/x-swift", manifest.Hashes.Sha256), headers);
    }

    private static string Link(string address, StoredAsset asset) =>
        $"<{address}?swift-version={SwiftManifest.VersionOf(asset.Name)}>; rel=\"alternate\"; filename=\"{asset.Name}\"" + (asset.Fact(SwiftAssets.ToolsVersion) is { } tools ? $"; swift-tools-version=\"{tools}\"" : "");
}
