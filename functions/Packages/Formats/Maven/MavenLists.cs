using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Makes maven-metadata.xml of what is here and of what is listed outside.</summary>
internal sealed class MavenLists(VersionFinder finder, MavenOutside outside)
{
    /// <exception cref="ApiException">There is no such artifact, or no such snapshot.</exception>
    public async Task<ApiResponse> AnswerAsync(PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        var places = await finder.PlacesAsync(id, cancellationToken);
        var kept = (await finder.ListAsync(places, cancellationToken)).Select(found => found.Version).ToList();
        var document = (path.Folder is null ? await ArtifactAsync(places, kept, id, path, cancellationToken) : Snapshot(kept, id, path.Folder))
            ?? throw new ApiException(PackageErrors.NotFoundCode, $"There is no {MavenPath.Metadata} of the {id}{(path.Folder is null ? "" : $", version {path.Folder}")}.");
        return path.Checksum is { } name ? FormatAnswers.Text(200, MavenChecksum.Of(document, name)) : FormatAnswers.Of(200, "application/xml", document);
    }

    private async Task<byte[]?> ArtifactAsync(IReadOnlyList<PackagePlace> places, List<StoredVersion> kept, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        var listed = kept.Where(version => version.IsListed).ToList();
        var lists = await outside.ListsAsync(places, path with { Checksum = null }, isElsewhere: listed.Count > 0, cancellationToken);
        if (listed.Count == 0 && lists.Count == 0)
        {
            return null;
        }

        if (kept.Count == 0 && lists.FirstOrDefault(list => list.List.HasPlugins) is { Content: not null } plugins)
        {
            return plugins.Content;
        }

        var hidden = kept.Where(version => !version.IsListed).Select(version => version.Version).ToHashSet(StringComparer.Ordinal);
        var versions = listed.Select(version => MavenPath.FolderOf(version.Version)).Concat(lists.SelectMany(list => list.List.Versions).Where(version => !hidden.Contains(version))).Distinct(StringComparer.Ordinal);
        var updated = listed.Select(version => MetadataWriter.Moment(version.PublishedAt ?? version.CreatedAt)).Concat(lists.Select(list => list.List.LastUpdated).OfType<string>()).Max(StringComparer.Ordinal);
        return MetadataWriter.Artifact(id, [.. versions.Order(MavenVersion.Order)], updated);
    }

    private static byte[]? Snapshot(List<StoredVersion> kept, PackageId id, string folder) =>
        kept.Where(version => version.IsListed && MavenPath.FolderOf(version.Version) == folder).MaxBy(version => version.Version, MavenVersion.Order) is { } newest ? MetadataWriter.Snapshot(id, folder, newest) : null;
}
