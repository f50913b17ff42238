using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Searches the packages of a repository: <c>npm search</c>. All words must be in the name or in what the newest version says of itself.</summary>
internal sealed class NpmSearch(ITable table, VersionFinder finder)
{
    private const int Most = 250;

    public async Task<JsonObject> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var words = (request.Http.Parameter("text") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (skip, take) = (Number(request, "from", 0, int.MaxValue), Number(request, "size", 20, Most));
        var found = new List<JsonObject>();
        await foreach (var item in table.QueryAllAsync(PackageStore.Query(request.Repository, PackageFormat.npm, null), cancellationToken))
        {
            var package = item.Read<StoredPackage>();
            var name = new NpmName(package.Namespace, package.Name);
            if (await NewestAsync(name.In(request.Repository), cancellationToken) is { } newest && words.All(word => Says(name, newest, word)))
            {
                found.Add(Shown(name, newest));
            }
        }

        return new JsonObject { ["objects"] = new JsonArray([.. found.Skip(skip).Take(take)]), ["total"] = found.Count, ["time"] = "" };
    }

    private async Task<StoredVersion?> NewestAsync(PackageId id, CancellationToken cancellationToken) =>
        (await finder.OwnAsync(id, cancellationToken)).Select(found => found.Version).Where(version => version.IsListed).MaxBy(version => SemanticVersion.Read(version.Version));

    private static bool Says(NpmName name, StoredVersion newest, string word) =>
        name.ToString().Contains(word, StringComparison.OrdinalIgnoreCase) || newest.Summary.Summary?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static JsonObject Shown(NpmName name, StoredVersion newest) => new()
    {
        ["package"] = new JsonObject
        {
            ["name"] = name.ToString(),
            ["scope"] = name.Scope ?? "unscoped",
            ["version"] = newest.Version,
            ["description"] = newest.Summary.Summary,
            ["date"] = newest.FirstHadAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["publisher"] = new JsonObject { ["username"] = newest.PublishedBy ?? "" },
            ["maintainers"] = new JsonArray(),
            ["keywords"] = new JsonArray(),
            ["links"] = new JsonObject { ["homepage"] = newest.Summary.HomePage, ["repository"] = newest.Summary.SourceCodeRepository },
        },
        ["score"] = new JsonObject { ["final"] = 1, ["detail"] = new JsonObject { ["quality"] = 1, ["popularity"] = 1, ["maintenance"] = 1 } },
        ["searchScore"] = 1,
    };

    private static int Number(FormatRequest request, string name, int usual, int most) =>
        int.TryParse(request.Http.Parameter(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : usual;
}
