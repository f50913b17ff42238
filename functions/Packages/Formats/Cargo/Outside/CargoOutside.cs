using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Resolving;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Cargo.Outside;

/// <summary>Registries outside, by their sparse indexes, as far as repositories are connected to one.</summary>
internal sealed class CargoOutside(UpstreamSettings settings, UpstreamDocuments documents, ILogger<CargoOutside> logger)
{
    /// <summary>A crate's files in the indexes of the places, and what a registry did not answer; null if all did.</summary>
    public async Task<(IReadOnlyList<OutsideIndex> Found, UpstreamException? Fault)> LookAsync(IReadOnlyList<PackagePlace> places, string name, CancellationToken cancellationToken)
    {
        var found = new List<OutsideIndex>();
        UpstreamException? fault = null;
        foreach (var place in places)
        {
            try
            {
                if (ConnectionOf(place) is { } connection && await documents.GetAsync(new Uri(connection.Address, CrateName.IndexPath(name)), accept: null, cancellationToken) is { } document)
                {
                    found.Add(new OutsideIndex(place, connection, document));
                }
            }
            catch (UpstreamException e)
            {
                logger.LogWarning("Only what is kept of {Package} is listed: {Reason}", place.Id, e.Message);
                fault = e;
            }
        }

        return (found, fault);
    }

    /// <summary>Where a registry has the archive of a version: its <c>config.json</c> says so for all.</summary>
    /// <exception cref="UpstreamException">It does not say so.</exception>
    public async Task<Uri> AddressOfAsync(ExternalConnection connection, IndexLine line, CancellationToken cancellationToken)
    {
        var address = new Uri(connection.Address, "config.json");
        var config = await documents.GetAsync(address, accept: null, cancellationToken) ?? throw new UpstreamException($"{UpstreamClient.Told(address)} is not there: no crate can be had from that registry.");
        return Uri.TryCreate(DownloadAddress.Of(TemplateOf(config.Content), line), UriKind.Absolute, out var download) && (download.Scheme == Uri.UriSchemeHttp || download.Scheme == Uri.UriSchemeHttps)
            ? WithUser(download, connection.Address)
            : throw new UpstreamException($"{UpstreamClient.Told(address)} does not say by its 'dl' where crates are.");
    }

    private ExternalConnection? ConnectionOf(PackagePlace place) => settings.Find(place.Repository.ExternalConnection) is { Format: PackageFormat.cargo } connection ? connection : null;

    private static string TemplateOf(byte[] config)
    {
        try
        {
            return JsonNode.Parse(config) is JsonObject json && json["dl"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>A user and password of the connection are for its own host alone.</summary>
    private static Uri WithUser(Uri address, Uri connection) => connection.UserInfo.Length == 0 || address.Authority != connection.Authority ? address
        : new UriBuilder(address) { UserName = connection.UserInfo.Split(':')[0], Password = connection.UserInfo.Split(':', 2) is [_, var password] ? password : "" }.Uri;
}
