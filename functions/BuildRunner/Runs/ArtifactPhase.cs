using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Artifacts;
using Sluice.BuildRunner.Handing;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Runs;

/// <summary>UPLOAD_ARTIFACTS: what the build hands on is selected and packed whole, then stored.</summary>
internal sealed class ArtifactPhase(BuildJob job, Workspace workspace, PreparedBuild build, RunnerPorts ports)
{
    private readonly SourceTree _tree = new(workspace.Folders.Source, workspace.Folders.Control);
    private readonly ShellTexts _texts = new(build.Shell, workspace.Folders.Shared);

    /// <returns>What a pipeline was handed, if one was, and all that was stored.</returns>
    /// <exception cref="ArtifactException">Something cannot be made or stored; all of that.</exception>
    public async Task<(HandedOn? Pipeline, IReadOnlyList<StoredArtifact> Stored)> RunAsync(CancellationToken cancellationToken)
    {
        var outputs = PipelineOutputs.Of(job, build.Buildspec);
        var (ready, targets) = await ReadyAsync(cancellationToken);
        var handed = job.Artifacts is { ForPipeline: true }
            ? await new PipelineArtifacts(job, _tree, ports.Objects, Tell).StoreAsync(
                [.. ready.Where(artifact => artifact.Wanted.Target.ForPipeline)], outputs, job.Source.Repository ?? build.Primary.Url ?? "", build.Primary.Version ?? "", cancellationToken)
            : null;
        var stored = new List<StoredArtifact>(handed?.Zips ?? []);
        foreach (var (artifact, target) in targets)
        {
            stored.Add(await new BucketArtifacts(job, ports.Buckets, Tell).StoreAsync(artifact, target, cancellationToken));
        }

        return (handed, stored);
    }

    private async Task<(IReadOnlyList<ReadyArtifact> Ready, IReadOnlyList<(ReadyArtifact Artifact, ObjectRef Target)> Targets)> ReadyAsync(CancellationToken cancellationToken)
    {
        var notes = new List<string>();
        try
        {
            var wanted = WantedArtifacts.Of(job, build.Buildspec, notes);
            var variables = await _texts.VariablesAsync(PathVariables.Of(wanted.Select(artifact => artifact.Files)), cancellationToken);
            var ready = await new ArtifactPacking(_tree, workspace.Folders.Control).PackAsync(wanted, variables, notes, cancellationToken);
            return (ready, await TargetsAsync(ready.Where(artifact => !artifact.Wanted.Target.ForPipeline), cancellationToken));
        }
        finally
        {
            notes.ForEach(Tell);
        }
    }

    private async Task<IReadOnlyList<(ReadyArtifact Artifact, ObjectRef Target)>> TargetsAsync(IEnumerable<ReadyArtifact> artifacts, CancellationToken cancellationToken)
    {
        var targets = new List<(ReadyArtifact, ObjectRef)>();
        foreach (var artifact in artifacts)
        {
            var files = artifact.Wanted.Files;
            targets.Add((artifact, ArtifactKey.Of(job, artifact.Wanted, await EvaluateAsync(files.Name, "name", cancellationToken), await EvaluateAsync(files.S3Prefix, "s3-prefix", cancellationToken))));
        }

        return targets;
    }

    private async Task<string?> EvaluateAsync(string? text, string member, CancellationToken cancellationToken) =>
        text is null ? null : await _texts.EvaluateAsync(text, cancellationToken) is { Length: > 0 } value ? value : throw new ArtifactException($"artifacts.{member}: the shell makes nothing of '{text}'.");

    private void Tell(string text) => ports.Log.Status(PhaseType.UploadArtifacts, text);
}
