using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Takes lists, which come last: the versions that they name are whole then. The list itself is not kept; it is made of what is here.</summary>
internal sealed class MavenFinish(PackageStore packages, PublishVersion publish, ChangeVersion change)
{
    /// <exception cref="ApiException">It is no list, or that of something else.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, PackageId id, MavenPath path, CancellationToken cancellationToken)
    {
        var list = Read(await MavenPut.DocumentAsync(request, SafeXml.MostBytes, cancellationToken), path);
        var named = list.Versions.ToHashSet(StringComparer.Ordinal);
        var versions = await packages.VersionsAsync(id, cancellationToken);
        foreach (var version in versions.Where(version => version.Status is PackageVersionStatus.Unfinished && named.Contains(version.Version) && (path.Folder is null || MavenPath.FolderOf(version.Version) == path.Folder)))
        {
            await publish.RunAsync(new Publication(id, version.Version, []) { TakesMore = true, By = request.Caller.Name }, cancellationToken);
        }

        if (path.Folder is not null)
        {
            await HideOlderAsync(id, path.Folder, cancellationToken);
        }

        return FormatAnswers.Text(201, "");
    }

    /// <summary>Of a snapshot only the last build is listed; whoever knows an older one still gets it.</summary>
    private async Task HideOlderAsync(PackageId id, string folder, CancellationToken cancellationToken)
    {
        var builds = (await packages.VersionsAsync(id, cancellationToken)).Where(version => version.IsListed && MavenPath.FolderOf(version.Version) == folder).OrderByDescending(version => version.Version, MavenVersion.Order);
        foreach (var older in builds.Skip(1))
        {
            await change.RunAsync(id, older.Version, version => version.IsListed ? version with { Status = PackageVersionStatus.Unlisted } : version, cancellationToken);
        }
    }

    private static MetadataDocument Read(byte[] content, MavenPath path)
    {
        try
        {
            var list = MetadataDocument.Read(content);
            return list.HasPlugins || ((list.Group ?? path.Group) == path.Group && (list.Artifact ?? path.Artifact) == path.Artifact)
                ? list
                : throw PackageErrors.Invalid($"{MavenPath.Metadata} is that of {list.Group}:{list.Artifact}, and {path.Group}:{path.Artifact} is expected by its path.");
        }
        catch (InvalidDataException e)
        {
            throw PackageErrors.Invalid($"{MavenPath.Metadata} {e.Message}.");
        }
    }
}
