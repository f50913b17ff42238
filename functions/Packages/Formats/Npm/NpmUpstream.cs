using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Packages.Contents;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Npm;

/// <summary>npm's registry outside, as far as a repository is connected to one.</summary>
internal sealed class NpmUpstream(UpstreamSettings upstreams, UpstreamDocuments documents, UpstreamFiles files, ContentStore contents, PublishVersion publish, OutsideGate gate, PackageStore packages)
{
    public const string Brief = "application/vnd.npm.install-v1+json";
    private const string Full = "application/json";
    private const long LargestTarball = 5L * 1024 * 1024 * 1024;

    /// <summary>The connection of a place; null if it has none to npm.</summary>
    public ExternalConnection? ConnectionOf(PackagePlace place) => upstreams.Find(place.Repository.ExternalConnection) is { Format: PackageFormat.npm } connection ? connection : null;

    /// <summary>The document of a package; null if there is none.</summary>
    /// <exception cref="UpstreamException">It cannot be had.</exception>
    public Task<UpstreamDocument?> DocumentAsync(ExternalConnection connection, NpmName name, bool brief, CancellationToken cancellationToken) =>
        documents.GetAsync(new Uri(connection.Address, name.Encoded), brief ? Brief : Full, cancellationToken);

    /// <summary>What a document says, as JSON.</summary>
    /// <exception cref="UpstreamException">It is none.</exception>
    public static JsonObject Parse(UpstreamDocument document)
    {
        try
        {
            return JsonNode.Parse(document.Content) as JsonObject ?? throw new UpstreamException("The registry outside answered a document that is no JSON object.");
        }
        catch (JsonException)
        {
            throw new UpstreamException("The registry outside answered a document that is no JSON.");
        }
    }

    /// <summary>The versions of a document that rules do not let in.</summary>
    public Task<IReadOnlySet<string>> WithheldAsync(PackagePlace place, JsonObject document, CancellationToken cancellationToken) =>
        gate.WithheldAsync(place, [.. (document["versions"] as JsonObject ?? []).Select(version => Listed(document, version.Key))], cancellationToken);

    /// <summary>Refuses a version that the registry outside has, and rules do not let in.</summary>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task DemandAsync(PackagePlace place, ExternalConnection connection, NpmName name, string version, CancellationToken cancellationToken)
    {
        if (!place.Gate.IsOpen && await DocumentAsync(connection, name, brief: false, cancellationToken) is { } read && Parse(read) is var document && (document["versions"] as JsonObject)?.ContainsKey(version) == true)
        {
            await gate.DemandAsync(place, Listed(document, version), cancellationToken);
        }
    }

    private static OutsideVersion Listed(JsonObject document, string version) =>
        new(version, DateTimeOffset.TryParse(NpmManifest.Text((document["time"] as JsonObject)?[version]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null);

    /// <summary>A version's tarball, as it comes, kept in the place and where it was asked for; null if there is none, or it is kept by now.</summary>
    /// <exception cref="ApiException">It is not given.</exception>
    public async Task<Stream?> TarballAsync(PackagePlace place, ExternalConnection connection, PackageId asked, NpmName name, string version, CancellationToken cancellationToken)
    {
        if (await DocumentAsync(connection, name, brief: false, cancellationToken) is not { } read
            || Parse(read) is not { } document
            || (document["versions"] as JsonObject)?[version] is not JsonObject manifest
            || AddressOf(connection, manifest) is not { } address)
        {
            return null;
        }

        var listed = Listed(document, version);
        listed = listed with { ReleasedAt = await gate.DemandAsync(place, listed, cancellationToken) };
        var wanted = new UpstreamFile(place.Id.Domain, address, LargestTarball, content => Fault(manifest, content), content => KeepAsync(place, connection, asked, listed, manifest, content))
        {
            IsKept = async () => await packages.FindVersionAsync(place.Id, version, CancellationToken.None) is not null,
        };
        return await files.OpenAsync(wanted, cancellationToken);
    }

    private static Uri? AddressOf(ExternalConnection connection, JsonObject manifest) =>
        !Uri.TryCreate(NpmManifest.Text((manifest["dist"] as JsonObject)?["tarball"]), UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) ? null
        : address.Host == connection.Address.Host ? new UriBuilder(address) { UserName = connection.Address.UserInfo.Split(':')[0], Password = connection.Address.UserInfo.Split(':', 2) is [_, var password] ? password : "" }.Uri
        : address;

    /// <summary>By the strongest digest that the document has.</summary>
    private static string? Fault(JsonObject manifest, StoredContent content)
    {
        var dist = (JsonObject)manifest["dist"]!;
        return NpmManifest.Text(dist["integrity"]) is { } integrity ? Integrity.Fault(integrity, content.Hashes)
            : NpmManifest.Text(dist["shasum"]) is { } sha1 && !sha1.Equals(content.Hashes.Sha1, StringComparison.OrdinalIgnoreCase) ? $"its SHA-1 is {content.Hashes.Sha1}, not {sha1}"
            : null;
    }

    private async Task KeepAsync(PackagePlace place, ExternalConnection connection, PackageId asked, OutsideVersion listed, JsonObject manifest, StoredContent content)
    {
        var stored = await contents.WriteAsync(asked.Domain, JsonSerializer.SerializeToUtf8Bytes(manifest), CancellationToken.None);
        foreach (var id in new[] { place.Id, asked }.Distinct())
        {
            await publish.RunAsync(new Publication(id, listed.Version, [new StoredAsset(NpmRegistry.Asset, content.Size, content.Hashes)])
            {
                Summary = NpmManifest.Summary(manifest), Dependencies = NpmManifest.DependenciesOf(manifest), Document = stored.Hashes.Sha256, Origin = VersionOrigin.Taken(connection.Name), ReleasedAt = listed.ReleasedAt,
            });
        }
    }
}
