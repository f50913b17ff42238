using System.Text.Json.Nodes;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Removal;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Formats.Npm;

/// <summary>What npm changes in versions that are published: <c>npm deprecate</c> and <c>npm unpublish</c>.</summary>
internal sealed class NpmChanges(PackageStore packages, ChangeVersion change, VersionBatch batch, PackageRemoval removal)
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
        await batch.RunAsync(id, [version], OriginDefaults.Published(id), (number, before) => StatusRules.Delete(number, before, new Expectation()), cancellationToken);
    }

    /// <summary>Deletes all versions, and the package.</summary>
    public async Task DeleteAllAsync(FormatRequest request, NpmName name, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.Deletes);
        var id = name.In(request.Repository);
        await removal.RemoveAsync(id, await packages.GetAsync(id, cancellationToken), cancellationToken);
    }
}
