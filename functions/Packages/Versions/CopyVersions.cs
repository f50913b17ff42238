using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Versions;

/// <summary>Copies versions into another repository of the domain: their contents are there already. Tags that name them come with them, but take none away from other versions.</summary>
internal sealed class CopyVersions(RepositoryStore repositories, PackageStore packages, VersionFinder finder, VersionBatch batch, TimeProvider time)
{
    // They are written in one transaction with their version.
    private const int MostTags = 50;

    /// <param name="source">From which package.</param>
    /// <param name="destination">Into which repository.</param>
    /// <param name="versions">Which versions, each once.</param>
    /// <param name="expected">What they are taken to be.</param>
    /// <param name="overwrite">Whether others of the same numbers are replaced.</param>
    /// <param name="upstream">Whether they may be in an upstream of the source as well.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ApiException">There is no such repository or package.</exception>
    public async Task<BatchEnd> RunAsync(PackageId source, string destination, IReadOnlyList<string> versions, Expectation expected, bool overwrite, bool upstream, CancellationToken cancellationToken)
    {
        var target = source.In(destination);
        await repositories.GetAsync(target.Home, cancellationToken);
        var places = (await finder.PlacesAsync(source, cancellationToken)).Take(upstream ? int.MaxValue : 1).Where(place => place.Package is not null).ToList();
        var package = places.FirstOrDefault()?.Package ?? throw PackageErrors.NoPackage(source);
        var found = await FindAsync(places, versions, cancellationToken);
        var tags = await TagsAsync(places, target, cancellationToken);
        var sequence = time.GetUtcNow().ToUnixTimeMilliseconds() + ((await packages.FindAsync(target, cancellationToken))?.Changes ?? 0);
        return await batch.RunAsync(
            target, versions, package, (version, there) => CopyRules.Copy(version, found.GetValueOrDefault(version), there, expected, overwrite, sequence) with { Tags = [.. tags[version].Take(MostTags)] }, cancellationToken);
    }

    private async Task<Dictionary<string, StoredVersion>> FindAsync(IReadOnlyList<PackagePlace> places, IReadOnlyList<string> versions, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, StoredVersion>(StringComparer.Ordinal);
        foreach (var version in versions)
        {
            foreach (var place in places.Where(_ => !found.ContainsKey(version)))
            {
                if (await packages.FindVersionAsync(place.Id, version, cancellationToken) is { } there)
                {
                    found[version] = there.Value;
                }
            }
        }

        return found;
    }

    /// <summary>By the versions that they name.</summary>
    private async Task<ILookup<string, string>> TagsAsync(IReadOnlyList<PackagePlace> places, PackageId target, CancellationToken cancellationToken)
    {
        var taken = await packages.TagsAsync(target, cancellationToken);
        var tags = await packages.TagsAsync(places[0].Id, cancellationToken);
        return tags.Where(tag => !taken.ContainsKey(tag.Key)).ToLookup(tag => tag.Value, tag => tag.Key, StringComparer.Ordinal);
    }
}
