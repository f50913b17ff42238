using System.Text.Json.Nodes;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Where a registry outside has its resources, as its service index says.</summary>
internal sealed class OutsideResources
{
    private static readonly string[] Flat = ["PackageBaseAddress/3.0.0"];
    private static readonly string[] Registrations = ["RegistrationsBaseUrl/3.6.0", "RegistrationsBaseUrl/Versioned", "RegistrationsBaseUrl/3.4.0", "RegistrationsBaseUrl/3.0.0-rc", "RegistrationsBaseUrl/3.0.0-beta", "RegistrationsBaseUrl"];
    private static readonly string[] Search = ["SearchQueryService/3.5.0", "SearchQueryService/3.0.0-rc", "SearchQueryService/3.0.0-beta", "SearchQueryService"];
    private static readonly string[] Autocomplete = ["SearchAutocompleteService/3.5.0", "SearchAutocompleteService/3.0.0-rc", "SearchAutocompleteService/3.0.0-beta", "SearchAutocompleteService"];
    private readonly OutsideJson _json;

    internal OutsideResources(OutsideJson json) => _json = json;

    /// <summary>A file below the contents of packages; null if the registry has none.</summary>
    /// <exception cref="UpstreamException">The service index cannot be had.</exception>
    public Task<Uri?> ContentAsync(ExternalConnection connection, string path, CancellationToken cancellationToken) => BelowAsync(connection, Flat, path, cancellationToken);

    /// <summary>A document below the metadata; null if the registry has none.</summary>
    /// <exception cref="UpstreamException">The service index cannot be had.</exception>
    public Task<Uri?> RegistrationAsync(ExternalConnection connection, string path, CancellationToken cancellationToken) => BelowAsync(connection, Registrations, path, cancellationToken);

    /// <summary>The search with a query; null if the registry has none.</summary>
    /// <exception cref="UpstreamException">The service index cannot be had.</exception>
    public Task<Uri?> SearchAsync(ExternalConnection connection, string query, CancellationToken cancellationToken) => AskedAsync(connection, Search, query, cancellationToken);

    /// <summary>The autocompletion with a query; null if the registry has none.</summary>
    /// <exception cref="UpstreamException">The service index cannot be had.</exception>
    public Task<Uri?> AutocompleteAsync(ExternalConnection connection, string query, CancellationToken cancellationToken) => AskedAsync(connection, Autocomplete, query, cancellationToken);

    /// <summary>An address that the registry told, with what it is signed in with, if that is its own.</summary>
    public static Uri? Address(ExternalConnection connection, string? told)
    {
        if (!Uri.TryCreate(told, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var isOwn = Uri.Compare(address, connection.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;
        return isOwn && connection.Address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, var password] ? new UriBuilder(address) { UserName = user, Password = password }.Uri : address;
    }

    private async Task<Uri?> BelowAsync(ExternalConnection connection, string[] types, string path, CancellationToken cancellationToken) =>
        await FindAsync(connection, types, cancellationToken) is { } root ? new Uri(root.OriginalString.EndsWith('/') ? root : new Uri(root.AbsoluteUri + "/"), path) : null;

    private async Task<Uri?> AskedAsync(ExternalConnection connection, string[] types, string query, CancellationToken cancellationToken) =>
        await FindAsync(connection, types, cancellationToken) is { } root ? new UriBuilder(root) { Query = query }.Uri : null;

    private async Task<Uri?> FindAsync(ExternalConnection connection, string[] types, CancellationToken cancellationToken)
    {
        var address = new Uri(connection.Address, "v3/index.json");
        var index = await _json.GetAsync(address, cancellationToken) ?? throw new UpstreamException($"{UpstreamClient.Told(address)} is no service index of NuGet: it answered 404.");
        var resources = OutsideJson.Objects(index, "resources");
        return types.Select(type => resources.FirstOrDefault(resource => HasType(resource, type))).OfType<JsonObject>().Select(resource => Address(connection, OutsideJson.Text(resource, "@id"))).FirstOrDefault(found => found is not null);
    }

    private static bool HasType(JsonObject resource, string type) => OutsideJson.Text(resource, "@type") == type || OutsideJson.Texts(resource, "@type").Contains(type);
}
