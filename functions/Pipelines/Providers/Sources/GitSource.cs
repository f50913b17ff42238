using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers.Sources;

/// <summary>Makes a source action's artifact: the commit that the run was started for, and nothing of its content.</summary>
internal sealed class GitSource : IActionProvider
{
    private readonly PipelineRunStore _runs;
    private readonly PipelineStore _pipelines;
    private readonly IObjectStore _objects;
    private readonly IStateMachines _machines;

    public GitSource(PipelineRunStore runs, PipelineStore pipelines, IObjectStore objects, IStateMachines machines)
    {
        _runs = runs;
        _pipelines = pipelines;
        _objects = objects;
        _machines = machines;
    }

    public IReadOnlyList<string> Serves { get; } = [$"Source/{SourceTypes.Git}"];

    /// <summary>Completes the request's token at once: it writes the same again.</summary>
    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var run = (await _runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        var revision = run.SourceRevisions.FirstOrDefault(source => source.ActionName == request.ActionName);
        var result = revision is null
            ? ActionResult.Failed("", $"The run has no revision of the source '{request.ActionName}'.")
            : await SucceedAsync(run, request, revision, cancellationToken);
        await _machines.SucceedTaskAsync(request.TaskToken, JsonSerializer.SerializeToNode(result, SluiceJson.Options), cancellationToken);
    }

    private async Task<ActionResult> SucceedAsync(PipelineRun run, ActionRequest request, SourceCommit revision, CancellationToken cancellationToken)
    {
        var bucket = (await _pipelines.GetVersionAsync(run.PipelineName, run.PipelineVersion, cancellationToken)).ArtifactStore!.Location;
        var manifest = new ArtifactManifest(
            revision.Repository, revision.RevisionId, null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>());
        var artifacts = new Dictionary<string, ObjectRef>();
        foreach (var name in request.OutputArtifacts)
        {
            artifacts[name] = new ObjectRef(bucket, Key(request, name));
            using var content = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, SluiceJson.Options));
            await _objects.PutAsync(artifacts[name], content, cancellationToken);
        }

        return new ActionResult(ActionStatus.Succeeded, revision.RevisionId, null, $"{revision.Branch} {revision.RevisionId}", artifacts);
    }

    /// <summary>CodePipeline's form: at most 20 characters of the pipeline, 10 of the artifact, and a name of this action of this run.</summary>
    private static string Key(ActionRequest request, string artifact) =>
        $"{Start(request.PipelineName, 20)}/{Start(artifact, 10)}/{request.ActionExecutionId}.json";

    private static string Start(string text, int length) => text.Length <= length ? text : text[..length];
}
