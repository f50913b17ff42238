using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Formats.NuGet.Reading;
using Sluice.Packages.Formats.NuGet.Wire;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>Searches what is here, and then the registry outside. A name that is here is never answered from outside but where its packages come from there.</summary>
internal sealed class PackageSearch
{
    private readonly RepositoryWalk _walk;
    private readonly LocalSearch _local;
    private readonly EntryReader _entries;
    private readonly OutsideSearch _outside;
    private readonly GivenHits _given;

    internal PackageSearch(RepositoryWalk walk, LocalSearch local, EntryReader entries, OutsideSearch outside, GivenHits given) => (_walk, _local, _entries, _outside, _given) = (walk, local, entries, outside, given);

    /// <summary>The answer to a search.</summary>
    public async Task<JsonObject> SearchAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Read(request.Http);
        var repositories = await _walk.OrderAsync(request.Repository, cancellationToken);
        var hits = await _local.FindAsync(request.Repository, await _local.NamesAsync(repositories, cancellationToken), query, cancellationToken);
        var own = hits.Where(hit => !hit.IsTaken).ToList();
        var page = own.Skip(query.Skip).Take(query.Take).ToList();
        var outside = await _outside.SearchAsync(repositories, query.Written(Math.Max(0, query.Skip - own.Count), query.Take - page.Count), cancellationToken);
        if (outside is null)
        {
            // Nobody else tells of what was taken.
            (own, page) = ([.. hits], [.. hits.Skip(query.Skip).Take(query.Take)]);
        }

        var answer = new SearchAnswer(new NuGetAddresses(request.Address), query.NewToo ? NuGetAddresses.NewRegistration : NuGetAddresses.Registration);
        return new JsonObject { ["totalHits"] = own.Count + (outside?.Total ?? 0), ["data"] = new JsonArray([.. await HereAsync(answer, page, cancellationToken), .. await OutsideAsync(request.Repository, answer, outside, own, cancellationToken)]) };
    }

    /// <summary>The answer to an autocompletion of ids.</summary>
    public async Task<JsonObject> CompleteAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Read(request.Http);
        var repositories = await _walk.OrderAsync(request.Repository, cancellationToken);
        var hits = await _local.FindAsync(request.Repository, [.. (await _local.NamesAsync(repositories, cancellationToken)).Where(name => query.Terms.Fit(name, VersionSummary.None))], query, cancellationToken);
        var outside = await _outside.CompleteAsync(repositories, query.Written(0, query.Skip + query.Take), cancellationToken);
        var ids = hits.Select(hit => hit.Written).Concat(outside).DistinctBy(PackageName.Key).ToList();
        return new JsonObject { ["totalHits"] = ids.Count, ["data"] = new JsonArray([.. ids.Skip(query.Skip).Take(query.Take).Select(id => (JsonNode)id)]) };
    }

    private async Task<IEnumerable<JsonNode>> HereAsync(SearchAnswer answer, List<LocalHit> page, CancellationToken cancellationToken)
    {
        var entries = await _entries.ReadAsync([.. page.Select(hit => hit.Latest)], cancellationToken);
        return page.Zip(entries, answer.Here);
    }

    private async Task<IEnumerable<JsonNode>> OutsideAsync(RepositoryId repository, SearchAnswer answer, OutsideHits? outside, List<LocalHit> own, CancellationToken cancellationToken)
    {
        var shown = new List<JsonNode>();
        foreach (var hit in outside?.Hits ?? [])
        {
            if (PackageName.Key(OutsideJson.Text(hit, "id")) is { } name && own.TrueForAll(here => here.Name != name) && await _given.OfAsync(repository, hit, cancellationToken) is { } given)
            {
                shown.Add(answer.Outside(name, given));
            }
        }

        return shown;
    }
}
