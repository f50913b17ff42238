using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Catalog;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>What a registry outside tells of a package's versions.</summary>
internal sealed class OutsideRegistrations
{
    private const int AtOnce = 4;
    private const int MostPages = 1000;
    private readonly OutsideResources _resources;
    private readonly OutsideJson _json;

    internal OutsideRegistrations(OutsideResources resources, OutsideJson json) => (_resources, _json) = (resources, json);

    /// <summary>All versions; null if it has no such package.</summary>
    /// <exception cref="UpstreamException">It cannot be asked.</exception>
    public async Task<IReadOnlyList<CatalogVersion>?> ListAsync(ExternalConnection connection, string name, CancellationToken cancellationToken)
    {
        if (await _resources.RegistrationAsync(connection, $"{name}/index.json", cancellationToken) is not { } address || await _json.GetAsync(address, cancellationToken) is not { } index)
        {
            return null;
        }

        var pages = OutsideJson.Objects(index, "items").Take(MostPages).ToArray();
        var items = new IReadOnlyList<JsonObject>[pages.Length];
        await Parallel.ForAsync(0, pages.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (at, token) => items[at] = await ItemsAsync(connection, pages[at], token));
        return [.. items.SelectMany(page => page).Select(Read).OfType<CatalogVersion>()];
    }

    /// <summary>When a version was published, as its entry says; null if that is not said. Of what is unlisted nuget.org says that it was in 1900.</summary>
    public static DateTimeOffset? PublishedAt(JsonObject entry) =>
        DateTimeOffset.TryParse(OutsideJson.Text(entry, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > DateTimeOffset.UnixEpoch ? at : null;

    /// <summary>The versions of a page, which stand in it or at its own address.</summary>
    private async Task<IReadOnlyList<JsonObject>> ItemsAsync(ExternalConnection connection, JsonObject page, CancellationToken cancellationToken)
    {
        if (page["items"] is JsonArray)
        {
            return OutsideJson.Objects(page, "items");
        }

        return OutsideResources.Address(connection, OutsideJson.Text(page, "@id")) is { } address && await _json.GetAsync(address, cancellationToken) is { } whole ? OutsideJson.Objects(whole, "items") : [];
    }

    private static CatalogVersion? Read(JsonObject item)
    {
        if (item["catalogEntry"] is not JsonObject entry || PackageNumber.Key(OutsideJson.Text(entry, "version")) is not { } number)
        {
            return null;
        }

        // Not all registries say whether a version is listed: those that do not list all.
        var listed = entry["listed"] is not JsonValue value || !value.TryGetValue(out bool said) || said;
        return new CatalogVersion(number, entry, listed, PublishedAt(entry) ?? DateTimeOffset.UnixEpoch);
    }
}
