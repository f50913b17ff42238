using System.Text.Json.Nodes;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Npm;

/// <summary>What npm changes in versions that are published: <c>npm deprecate</c> and <c>npm unpublish</c>.</summary>
internal sealed class NpmChanges(PackageStore packages, ChangeVersion change)
{
    /// <summary>The document as it is to be. Only what it says of deprecation counts: versions that it lacks are deleted by their tarballs.</summary>
    public async Task TakeAsync(FormatRequest request, NpmName name, JsonObject document, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.PutsMetadata);
        var id = name.In(request.Repository);
        await packages.GetAsync(id, cancellationToken);
        var wanted = document["versions"] as JsonObject ?? throw PackageErrors.Invalid("A document with 'versions' was expected.");
        foreach (var version in await packages.VersionsAsync(id, cancellationToken))
        {
            if (wanted[version.Version] is JsonObject manifest)
            {
                var why = NpmManifest.Text(manifest["deprecated"]);
                await change.RunAsync(id, version.Version, before => before.Deprecation == why ? before : before with { Deprecation = why }, cancellationToken);
            }
        }
    }

    /// <summary>Deletes a version; one that is gone already is no error.</summary>
    public async Task DeleteAsync(FormatRequest request, NpmName name, string version, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Deletes);
        var id = name.In(request.Repository);
        if (await packages.FindVersionAsync(id, version, cancellationToken) is not null)
        {
            await change.RunAsync(id, version, _ => null, cancellationToken);
        }
    }

    /// <summary>Deletes all versions, and the package.</summary>
    public async Task DeleteAllAsync(FormatRequest request, NpmName name, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Deletes);
        var id = name.In(request.Repository);
        await packages.GetAsync(id, cancellationToken);
        foreach (var version in await packages.VersionsAsync(id, cancellationToken))
        {
            await DeleteAsync(request, name, version.Version, cancellationToken);
        }

        foreach (var tag in (await packages.TagsAsync(id, cancellationToken)).Keys)
        {
            await packages.TagAsync(id, OriginDefaults.Published(id), tag, null, cancellationToken);
        }

        await packages.DeleteAsync(id, cancellationToken);
    }
}
