using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Model;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Outside;

/// <summary>Hands searches on to the first registry outside that answers. One that does not, or has no search, is left out: what is here is found all the same.</summary>
internal sealed class OutsideSearch
{
    private readonly OutsidePlaces _places;
    private readonly OutsideResources _resources;
    private readonly OutsideJson _json;
    private readonly ILogger<OutsideSearch> _logger;

    internal OutsideSearch(OutsidePlaces places, OutsideResources resources, OutsideJson json, ILogger<OutsideSearch> logger) => (_places, _resources, _json, _logger) = (places, resources, json, logger);

    /// <summary>What it finds; null if nobody searches.</summary>
    public async Task<OutsideHits?> SearchAsync(IReadOnlyList<StoredRepository> repositories, string query, CancellationToken cancellationToken) =>
        await AskAsync(repositories, connection => _resources.SearchAsync(connection, query, cancellationToken), cancellationToken) is { } found
            ? new OutsideHits(found["totalHits"] is JsonValue value && value.TryGetValue(out int total) ? Math.Max(0, total) : 0, OutsideJson.Objects(found, "data"))
            : null;

    /// <summary>The ids that it knows.</summary>
    public async Task<IEnumerable<string>> CompleteAsync(IReadOnlyList<StoredRepository> repositories, string query, CancellationToken cancellationToken) =>
        OutsideJson.Texts(await AskAsync(repositories, connection => _resources.AutocompleteAsync(connection, query, cancellationToken), cancellationToken), "data");

    private async Task<JsonObject?> AskAsync(IReadOnlyList<StoredRepository> repositories, Func<ExternalConnection, Task<Uri?>> address, CancellationToken cancellationToken)
    {
        foreach (var connection in repositories.Select(_places.Connection).OfType<ExternalConnection>().Distinct())
        {
            try
            {
                if (await address(connection) is { } known && await _json.GetAsync(known, cancellationToken) is { } answer)
                {
                    return answer;
                }
            }
            catch (UpstreamException e)
            {
                _logger.LogWarning("{Connection} is left out of a search: {Reason}", connection.Name, e.Message);
            }
        }

        return null;
    }
}
