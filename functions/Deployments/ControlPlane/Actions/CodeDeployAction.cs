using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.ControlPlane.Actions;

/// <summary>The deploy action of CodePipeline's provider <c>CodeDeploy</c>: its artifact is the revision.</summary>
internal sealed class CodeDeployAction(GroupDeployments deployments, RevisionReader revisions, IObjectStore objects) : GroupAction(deployments)
{
    public override string Provider => "CodeDeploy";

    protected override IReadOnlyList<string> OtherKeys => [];

    protected override async Task<(RevisionLocation Revision, AppSpec AppSpec)> RevisionAsync(Application application, ActionRequest request, CancellationToken cancellationToken)
    {
        if (request.InputArtifacts.Count != 1)
        {
            throw Refused($"one input artifact was expected, not {request.InputArtifacts.Count}");
        }

        var artifact = await ActionArtifact.ReadAsync(objects, request, request.InputArtifacts.Keys.Single(), cancellationToken);
        return await revisions.ReadAsync(application, await LocationAsync(artifact.Manifest, cancellationToken), cancellationToken);
    }

    /// <summary>The zip, if an appspec is in it; else the one of the repository that it was built from, which a build hands on beside it.</summary>
    private async Task<RevisionLocation> LocationAsync(ArtifactManifest manifest, CancellationToken cancellationToken)
    {
        var found = AppSpecSearch.Find(manifest.Zip is { } zip ? await NamesAsync(zip, cancellationToken) : [], manifest.Documents.Keys) ?? throw new InvalidDocumentException([AppSpecSearch.Missing()]);
        return found.InArtifact ? Of(manifest.Zip!.Location, BundleType.zip)
            : Of(manifest.Documents[found.Name], found.Name.EndsWith(".json", StringComparison.Ordinal) ? BundleType.JSON : BundleType.YAML);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(ArtifactZip zip, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await objects.OpenAsync(zip.Location, cancellationToken);
            await using var archive = new System.IO.Compression.ZipArchive(stream);
            return [.. archive.Entries.Select(entry => entry.FullName)];
        }
        catch (InvalidDataException e)
        {
            throw Refused($"it is no zip that can be read ({e.Message})");
        }
    }

    private static RevisionLocation Of(ObjectRef place, BundleType type) => new()
    {
        RevisionType = RevisionLocationType.S3, S3Location = new S3Location { Bucket = place.Bucket, Key = place.Key, BundleType = type },
    };

    private static InvalidDocumentException Refused(string why) => new([new Fault("action", 0, "inputArtifacts", why)]);
}
