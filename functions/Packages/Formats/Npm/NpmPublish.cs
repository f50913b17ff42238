using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Takes what <c>npm publish</c> sends: a document with one version and its tarball in it.</summary>
internal sealed class NpmPublish(ContentStore contents, PublishVersion publish)
{
    private const int LargestDocument = 64 * 1024 * 1024;

    /// <exception cref="ApiException">It is refused: nothing of it is there then.</exception>
    public async Task RunAsync(FormatRequest request, NpmName name, JsonObject document, Stream tarball, CancellationToken cancellationToken)
    {
        var manifest = Manifest(name, document);
        var version = NpmManifest.Text(manifest["version"])!;
        await CheckArchiveAsync(name, version, tarball, cancellationToken);
        tarball.Position = 0;
        var content = await HashingCopy.RunAsync(tarball, Stream.Null, long.MaxValue, cancellationToken);
        CheckDigests(document, manifest, content);
        tarball.Position = 0;
        await contents.KeepAsync(request.Repository.Domain, tarball, content, cancellationToken);
        var readme = NpmManifest.Text(manifest["readme"]) ?? NpmManifest.Text(document["readme"]);
        manifest.Remove("readme");
        await publish.RunAsync(
            new Publication(name.In(request.Repository), version, [new StoredAsset(NpmRegistry.Asset, content.Size, content.Hashes)])
            {
                Summary = NpmManifest.Summary(manifest),
                Dependencies = NpmManifest.DependenciesOf(manifest),
                Document = await KeepAsync(request, JsonSerializer.SerializeToUtf8Bytes(manifest), cancellationToken),
                Readme = readme is null ? null : await KeepAsync(request, Encoding.UTF8.GetBytes(readme), cancellationToken),
                Tags = [.. Tags(document, version)],
                By = request.Caller.Name,
            },
            cancellationToken);
    }

    /// <summary>The document, with its tarball in a file beside it.</summary>
    /// <exception cref="ApiException">It is no document.</exception>
    public static async Task<(JsonObject Document, int Attachments)> ReadAsync(FormatRequest request, Stream tarball, CancellationToken cancellationToken)
    {
        try
        {
            using var splitter = new AttachmentSplitter(tarball, LargestDocument);
            var rest = await splitter.SplitAsync(request.Http.Content ?? Stream.Null, cancellationToken);
            tarball.Position = 0;
            return (JsonNode.Parse(rest.Span) as JsonObject ?? throw new InvalidDataException("a JSON object was expected"), splitter.Count);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentException)
        {
            throw PackageErrors.Invalid($"The document cannot be read: {e.Message}");
        }
    }

    private static JsonObject Manifest(NpmName name, JsonObject document)
    {
        if (document["versions"] is not JsonObject { Count: 1 } versions || versions.First() is not { Value: JsonObject manifest, Key: var key })
        {
            throw PackageErrors.Invalid("One version is published at a time: 'versions' with one manifest was expected.");
        }

        var (named, version) = (NpmManifest.Text(manifest["name"]), NpmManifest.Text(manifest["version"]));
        return named != name.ToString() ? throw PackageErrors.Invalid($"The manifest is of '{named}', not of '{name}', to which it is published.")
            : version is null || version != key || SemanticVersion.Read(version) is null ? throw PackageErrors.Invalid($"'{version ?? key}' is no version: one by Semantic Versioning, such as 1.2.3, was expected, the same in the manifest as its key '{key}'.")
            : manifest;
    }

    private static async Task CheckArchiveAsync(NpmName name, string version, Stream tarball, CancellationToken cancellationToken)
    {
        try
        {
            var packed = await Tarball.ManifestAsync(tarball, cancellationToken);
            var (named, numbered) = (NpmManifest.Text(packed["name"]), NpmManifest.Text(packed["version"]));
            if (named != name.ToString() || numbered?.TrimStart('v', '=', ' ').Split('+')[0] != version.Split('+')[0])
            {
                throw new InvalidDataException($"its package.json is of '{named}' {numbered}, not of '{name}' {version}");
            }
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"The tarball is refused: {e.Message}.");
        }
    }

    private static void CheckDigests(JsonObject document, JsonObject manifest, StoredContent content)
    {
        var dist = manifest["dist"] as JsonObject;
        var fault = NpmManifest.Text(dist?["integrity"]) is { } integrity ? Integrity.Fault(integrity, content.Hashes) : null;
        fault ??= NpmManifest.Text(dist?["shasum"]) is { } sha1 && !sha1.Equals(content.Hashes.Sha1, StringComparison.OrdinalIgnoreCase) ? $"its SHA-1 is {content.Hashes.Sha1}, not {sha1}" : null;
        fault ??= (document["_attachments"] as JsonObject)?.FirstOrDefault().Value?["length"] is JsonValue said && said.TryGetValue<long>(out var length) && length != content.Size ? $"it has {content.Size} bytes, not {length}" : null;
        if (fault is not null)
        {
            throw PackageErrors.Invalid($"The tarball is refused: {fault}.");
        }
    }

    private static IEnumerable<string> Tags(JsonObject document, string version) =>
        (document["dist-tags"] as JsonObject ?? []).Where(tag => NpmManifest.Text(tag.Value) == version).Select(tag => NpmTags.Checked(tag.Key));

    private async Task<string> KeepAsync(FormatRequest request, byte[] content, CancellationToken cancellationToken) => (await contents.WriteAsync(request.Repository.Domain, content, cancellationToken)).Hashes.Sha256;
}
