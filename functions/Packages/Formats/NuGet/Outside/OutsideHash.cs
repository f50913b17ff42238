using Microsoft.Extensions.Logging;
using System.Text.Json.Nodes;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>The hash that a registry outside tells of a package, and when it was published. Not every registry does: then what is in the package has to do.</summary>
internal sealed class OutsideHash
{
    private const string Algorithm = "SHA512";
    private const int Length = 64;
    private readonly OutsideResources _resources;
    private readonly OutsideJson _json;
    private readonly ILogger<OutsideHash> _logger;

    internal OutsideHash(OutsideResources resources, OutsideJson json, ILogger<OutsideHash> logger) => (_resources, _json, _logger) = (resources, json, logger);

    /// <summary>The SHA-512 in lower-case hexadecimal digits, and the time; null each, if it is not told.</summary>
    public async Task<(string? Sha512, DateTimeOffset? PublishedAt)> FindAsync(ExternalConnection connection, string name, string number, CancellationToken cancellationToken)
    {
        try
        {
            return await _resources.RegistrationAsync(connection, $"{name}/{number}.json", cancellationToken) is { } address && await _json.GetAsync(address, cancellationToken) is { } leaf
                ? (Told(leaf["catalogEntry"]) ?? await CatalogueAsync(connection, leaf["catalogEntry"], cancellationToken), OutsideRegistrations.PublishedAt(leaf) ?? (leaf["catalogEntry"] is JsonObject entry ? OutsideRegistrations.PublishedAt(entry) : null))
                : default;
        }
        catch (UpstreamException e)
        {
            _logger.LogInformation("No hash of {Package} {Version} is known: {Reason}", name, number, e.Message);
            return default;
        }
    }

    /// <summary>The entry of nuget.org's catalogue, which the leaf names by its address.</summary>
    private async Task<string?> CatalogueAsync(ExternalConnection connection, JsonNode? entry, CancellationToken cancellationToken)
    {
        var told = entry is JsonValue value && value.TryGetValue(out string? text) ? text : OutsideJson.Text(entry, "@id");
        return OutsideResources.Address(connection, told) is { } address ? Told(await _json.GetAsync(address, cancellationToken)) : null;
    }

    private static string? Told(JsonNode? entry)
    {
        var hash = new byte[Length];
        return Algorithm.Equals(OutsideJson.Text(entry, "packageHashAlgorithm"), StringComparison.OrdinalIgnoreCase)
            && OutsideJson.Text(entry, "packageHash") is { } told && Convert.TryFromBase64String(told, hash, out var length) && length == Length
            ? Convert.ToHexStringLower(hash)
            : null;
    }
}
