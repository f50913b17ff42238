using System.Security.Cryptography;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Sources;

/// <summary>Stores the files of a source's commit for those who cannot clone it. Builds can, and have the history then.</summary>
internal sealed class SourceFiles(ICommitFiles commits, IObjectStore objects)
{
    private const string CloneReference = "CODEBUILD_CLONE_REF";

    /// <summary>Whether anything but a build takes one of the source's artifacts, and the source is not declared to hand on a reference alone.</summary>
    public static bool AreWanted(PipelineDeclaration pipeline, ActionRequest source) =>
        source.Configuration.GetValueOrDefault("OutputArtifactFormat") != CloneReference
        && pipeline.Stages.SelectMany(stage => stage.Actions).Any(action => !IsBuild(action.ActionTypeId) && action.InputArtifacts?.Any(input => source.OutputArtifacts.Contains(input.Name)) == true);

    private static bool IsBuild(ActionTypeId type) => type is { Owner: ActionOwner.AWS, Provider: BuildTypes.CodeBuild or BuildTypes.Commands };

    /// <summary>The same place and the same bytes however often it is done.</summary>
    /// <exception cref="SourceUnavailableException">They cannot be read, or are too many.</exception>
    public async Task<ArtifactZip> StoreAsync(SourceCommit revision, ObjectRef target, CancellationToken cancellationToken)
    {
        using var zip = new MemoryStream();
        await commits.WriteZipAsync(revision.Repository, revision.ConnectionArn, revision.RevisionId, zip, cancellationToken);
        zip.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(zip, cancellationToken));
        zip.Position = 0;
        await objects.PutAsync(target, zip, cancellationToken);
        return new ArtifactZip(target, digest, zip.Length);
    }
}
