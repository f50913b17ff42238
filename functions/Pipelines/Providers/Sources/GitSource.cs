using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Sources;

/// <summary>Makes a git source's artifact: the commit that the run was started for, and its files where other actions than builds take them.</summary>
internal sealed class GitSource(PipelineRunStore runs, PipelineStore pipelines, IObjectStore objects, ICommitReader commits, SourceFiles files, ActionDocuments documents) : IActionProvider
{
    private const int LongestSubject = 500;

    public IReadOnlyList<string> Serves { get; } =
        [$"Source/{SourceTypes.Git}", $"Source/{SourceTypes.Connection}", $"Source/{SourceTypes.CodeCommit}", $"Source/{SourceTypes.GitHub}"];

    /// <summary>Completes the request's token at once: it writes the same again.</summary>
    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var run = (await runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        var revision = run.SourceRevisions.FirstOrDefault(source => source.ActionName == request.ActionName);
        var result = revision is null
            ? ActionResult.Failed("", $"The run has no revision of the source '{request.ActionName}'.")
            : await ReleaseAsync(run, request, revision, cancellationToken);
        await documents.CompleteAsync(request.TaskToken, result, cancellationToken);
    }

    private async Task<ActionResult> ReleaseAsync(PipelineRun run, ActionRequest request, SourceCommit revision, CancellationToken cancellationToken)
    {
        try
        {
            return await SucceedAsync(run, request, revision, cancellationToken);
        }
        catch (SourceUnavailableException e)
        {
            return ActionResult.Failed("", e.Message);
        }
    }

    private async Task<ActionResult> SucceedAsync(PipelineRun run, ActionRequest request, SourceCommit revision, CancellationToken cancellationToken)
    {
        var declared = await pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken);
        var bucket = (declared.ArtifactStore ?? declared.ArtifactStores!.Values.First()).Location;
        var zip = SourceFiles.AreWanted(declared, request) ? await files.StoreAsync(revision, ArtifactKeys.Zip(bucket, request, request.OutputArtifacts[0]), cancellationToken) : null;
        var manifest = new ArtifactManifest(revision.Repository, revision.RevisionId, null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()) { Files = zip, ConnectionArn = revision.ConnectionArn };
        var artifacts = new Dictionary<string, ObjectRef>();
        foreach (var name in request.OutputArtifacts)
        {
            artifacts[name] = ArtifactKeys.Manifest(bucket, request, name);
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options));
            await objects.PutAsync(artifacts[name], content, cancellationToken);
        }

        var details = await DetailsAsync(revision, cancellationToken);
        return new ActionResult(ActionStatus.Succeeded, revision.RevisionId, null, Subject(details) ?? $"{revision.Branch} {revision.RevisionId}", artifacts) { OutputVariables = CommitVariables.Of(request, revision, details) };
    }

    /// <summary>The message's first line, which is all that a run keeps of it.</summary>
    private static string? Subject(CommitDetails? details) => details?.Message.Split('\n')[0].Trim() is { Length: > 0 } line ? line.Length <= LongestSubject ? line : line[..LongestSubject] + "…" : null;

    /// <summary>Null if it cannot be read: what is missing is missed by name by who refers to it.</summary>
    private async Task<CommitDetails?> DetailsAsync(SourceCommit revision, CancellationToken cancellationToken)
    {
        try
        {
            return await commits.ReadAsync(revision.Repository, revision.ConnectionArn, revision.RevisionId, cancellationToken);
        }
        catch (SourceUnavailableException)
        {
            return null;
        }
    }
}
