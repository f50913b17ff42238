using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Revisions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Reads the appspec of a revision, wherever it is, and finds all its faults.</summary>
public sealed class RevisionReader(IObjectStore objects, RevisionStore revisions, ComputePlatforms platforms, AppSpecReader appSpecs)
{
    /// <summary>The revision as it is deployed, with its text if it is one, and its appspec.</summary>
    /// <exception cref="ApiException"><c>InvalidRevisionException</c>, <c>RevisionDoesNotExistException</c>.</exception>
    internal async Task<(RevisionLocation Revision, AppSpec AppSpec)> ReadAsync(
        Application application, RevisionLocation location, CancellationToken cancellationToken)
    {
        var revision = await WithTextAsync(application, location, cancellationToken);
        RevisionRules.Check(revision, platforms.Of(application.ComputePlatform));
        try
        {
            return (revision, await AppSpecAsync(revision, cancellationToken));
        }
        catch (InvalidDocumentException e)
        {
            throw RequestErrors.InvalidRevision(e.Faults);
        }
        catch (ObjectNotFoundException e)
        {
            throw RequestErrors.RevisionDoesNotExist(e.Message);
        }
        catch (ArgumentException e) when (revision.S3Location is not null)
        {
            throw RequestErrors.InvalidRevision($"revision.s3Location: {e.Message}");
        }
    }

    // An appspec that is registered may be named by its digest alone.
    private async Task<RevisionLocation> WithTextAsync(Application application, RevisionLocation location, CancellationToken cancellationToken)
    {
        if (RevisionIdentity.TextOf(location) is not { Content: null or "", Sha256: { Length: > 0 } })
        {
            return location;
        }

        var known = await revisions.FindAsync(application.ApplicationId, location, cancellationToken);
        return known is not null && RevisionIdentity.TextOf(known.Revision)?.Content is { Length: > 0 } content
            ? WithText(location, content)
            : throw RevisionErrors.DoesNotExist(application.ApplicationName, location);
    }

    private static RevisionLocation WithText(RevisionLocation location, string content) => location with
    {
        AppSpecContent = location.AppSpecContent is { } text ? text with { Content = content } : null,
        String = location.String is { } older ? older with { Content = content } : null,
    };

    private Task<AppSpec> AppSpecAsync(RevisionLocation revision, CancellationToken cancellationToken) => revision switch
    {
        { S3Location: { } s3 } => StoredAsync(s3, cancellationToken),
        { GitHubLocation: not null } => throw RequestErrors.InvalidRevision(
            "revision.revisionType: GitHub is for the compute platform Server only; expected S3, AppSpecContent or String"),
        _ => Task.FromResult(appSpecs.ReadInline(RevisionIdentity.TextOf(revision)!.Content!, releasesVersion: true)),
    };

    private async Task<AppSpec> StoredAsync(S3Location location, CancellationToken cancellationToken)
    {
        var source = new ObjectRef(location.Bucket!, location.Key!);
        await using var stored = await objects.OpenVersionAsync(source, location.Version, cancellationToken);
        if (location.ETag?.Trim('"') is { Length: > 0 } expected && !expected.Equals(stored.ETag, StringComparison.OrdinalIgnoreCase))
        {
            throw RequestErrors.InvalidRevision($"revision.s3Location.eTag: '{expected}' was expected of {source}, which has '{stored.ETag}': it was replaced since.");
        }

        var file = location.BundleType switch
        {
            BundleType.YAML => new BundledFile($"{location.Key}", await RevisionBundle.ReadAsync(stored.Content, cancellationToken)),
            BundleType.JSON => new BundledFile(Json(location.Key!), await RevisionBundle.ReadAsync(stored.Content, cancellationToken)),
            _ => await RevisionBundle.AppSpecAsync(stored.Content, location.BundleType!.Value, location.Key!, cancellationToken),
        };
        return appSpecs.Read(file.Name, file.Content, releasesVersion: true);
    }

    // The reader goes by the name's end, and the bundle type says it, whatever the key is.
    private static string Json(string key) => key.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? key : key + ".json";
}
