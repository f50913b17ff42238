using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Swift.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;
using Sluice.Platform.Tables;

namespace Sluice.Packages.Formats.Swift.Releases;

/// <summary>Finds packages by where their source is, as the metadata of their releases says it.</summary>
internal sealed class Identifiers(ITable table, RepositoryWalk walk, VersionFinder finder)
{
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        if (request.Http.Parameter("url") is not { Length: > 0 } url)
        {
            return SwiftAnswers.Problem(400, "url: the address of a source repository is expected.");
        }

        var (wanted, found) = (SourceUrl.Normalised(url), new SortedSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var repository in await walk.OrderAsync(request.Repository, cancellationToken))
        {
            await foreach (var item in table.QueryAllAsync(PackageStore.Query(repository.Id, PackageFormat.swift, null), cancellationToken))
            {
                var package = item.Read<StoredPackage>();
                var id = new PackageId(repository.Domain, request.Repository.Name, PackageFormat.swift, package.Namespace, package.Name);
                found.UnionWith((await finder.ListAsync(await finder.PlacesAsync(id, cancellationToken), cancellationToken)).Select(listed => listed.Version).Where(version => version.IsListed && Urls(version).Contains(wanted)).Select(version => version.Summary.DisplayName ?? id.Written));
            }
        }

        return found.Count == 0 ? SwiftAnswers.Problem(404, "No package says that its source is there.")
            : SwiftAnswers.Json(new JsonObject { ["identifiers"] = new JsonArray([.. found.Select(name => JsonValue.Create(name))]) });
    }

    private static IEnumerable<string> Urls(StoredVersion version) => (version.Asset(SwiftAssets.Archive)?.Fact(SwiftAssets.SourceUrls) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(SourceUrl.Normalised);
}
