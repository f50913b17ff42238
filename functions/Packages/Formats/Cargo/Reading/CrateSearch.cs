using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.Cargo.Reading;

/// <summary>Searches the crates of a repository and its upstreams: <c>cargo search</c>. All words must be in the name or in what the newest version says of itself.</summary>
internal sealed class CrateSearch(ITable table, RepositoryWalk walk, VersionFinder finder)
{
    private const int Usual = 10;
    private const int Most = 100;

    public async Task<JsonObject> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var words = (request.Http.Parameter("q") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var repository in await walk.OrderAsync(request.Repository, cancellationToken))
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(repository.Id, PackageFormat.cargo, null), cancellationToken))
            {
                var name = item.Read<StoredPackage>().Name;
                if (!found.ContainsKey(name) && await NewestAsync(CrateName.In(request.Repository, name), cancellationToken) is { } newest && words.All(word => Says(name, newest, word)))
                {
                    found[name] = new JsonObject { ["name"] = newest.Summary.DisplayName ?? name, ["max_version"] = newest.Version, ["description"] = newest.Summary.Summary ?? "" };
                }
            }
        }

        return new JsonObject { ["crates"] = new JsonArray([.. found.Values.Take(Number(request))]), ["meta"] = new JsonObject { ["total"] = found.Count } };
    }

    private async Task<StoredVersion?> NewestAsync(PackageId id, CancellationToken cancellationToken) =>
        (await finder.ListAsync(await finder.PlacesAsync(id, cancellationToken), cancellationToken)).Select(found => found.Version).Where(version => version.IsListed).MaxBy(version => SemanticVersion.Read(version.Version));

    private static bool Says(string name, StoredVersion newest, string word) =>
        name.Contains(PackageNames.Kept(PackageFormat.cargo, word), StringComparison.Ordinal) || newest.Summary.Summary?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static int Number(FormatRequest request) => int.TryParse(request.Http.Parameter("per_page"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, Most) : Usual;
}
