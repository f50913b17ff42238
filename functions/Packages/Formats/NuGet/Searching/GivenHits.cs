using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Outside;
using Sluice.Packages.Formats.NuGet.Reading;
using Sluice.Packages.Model;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.NuGet.Searching;

/// <summary>Leaves out of what a registry outside found the versions that rules do not let in, and what has no others.</summary>
internal sealed class GivenHits(KnownPackages known, VersionLists lists)
{
    /// <summary>The hit; null if nothing of it is given.</summary>
    public async Task<JsonObject?> OfAsync(RepositoryId repository, JsonObject hit, CancellationToken cancellationToken)
    {
        if (PackageName.Key(OutsideJson.Text(hit, "id")) is not { } name || (await known.FindAsync(repository, name, cancellationToken)).Places.All(place => place.Gate.IsOpen))
        {
            return hit;
        }

        try
        {
            return With(hit, [.. await lists.ReadAsync(repository, name, cancellationToken)]);
        }
        catch (UpstreamException)
        {
            // It is not known which are given.
            return null;
        }
    }

    private static JsonObject? With(JsonObject hit, HashSet<string> given)
    {
        var versions = OutsideJson.Objects(hit, "versions").Where(version => IsGiven(version, given)).ToList();
        if ((IsGiven(hit, given) ? OutsideJson.Text(hit, "version") : versions.Select(version => OutsideJson.Text(version, "version")!).MaxBy(PackageNumber.Read)) is not { } newest)
        {
            return null;
        }

        var shown = hit.DeepClone().AsObject();
        shown["version"] = newest;
        shown["versions"] = new JsonArray([.. versions.Select(version => version.DeepClone())]);
        return shown;
    }

    private static bool IsGiven(JsonObject item, HashSet<string> given) => PackageNumber.Key(OutsideJson.Text(item, "version")) is { } number && given.Contains(number);
}
