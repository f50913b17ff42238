using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.Ecr;

/// <summary>Makes an image in ECR known to a run: the one that the tag names, or that whoever started the run named by its digest.</summary>
internal sealed class ImageSource(OwnActions actions, ActionArtifacts artifacts, PipelineRunStore runs, SuiteAccount account) : ICallingProvider
{
    private const string DefaultTag = "latest";

    public IReadOnlyList<string> Serves { get; } = [$"Source/{SourceTypes.Ecr}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new ImageProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (ImageProgress)action.Progress;
        return action.StopReason is { } reason ? Move.Fail(progress, $"Stopped: {reason}")
            : seen.Call is null ? Move.Call(progress, "DescribeImages", await QuestionAsync(action.Request, cancellationToken))
            : seen.Error is { } error ? Move.Fail(progress, $"The image {Repository(action.Request)}:{Tag(action.Request)} cannot be read. {error.Describe()}")
            : (seen.Output?["images"] as JsonArray)?.FirstOrDefault() is { } image ? Move.End(progress, await ResultAsync(action.Request, image, cancellationToken))
            : Move.Fail(progress, $"There is no image {Repository(action.Request)}:{Tag(action.Request)}.");
    }

    private async Task<JsonObject> QuestionAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var run = (await runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        var named = run.SourceRevisions.FirstOrDefault(source => source.ActionName == request.ActionName)?.RevisionId;
        var image = named?.StartsWith("sha256:", StringComparison.Ordinal) == true ? new JsonObject { ["ImageDigest"] = named } : new JsonObject { ["ImageTag"] = Tag(request) };
        return new JsonObject { ["RepositoryName"] = Repository(request), ["ImageIds"] = new JsonArray(image) };
    }

    private async Task<ActionResult> ResultAsync(ActionRequest request, JsonNode image, CancellationToken cancellationToken)
    {
        var detail = ImageDetail.Of(image, Repository(request), account);
        var made = new Dictionary<string, ObjectRef>();
        foreach (var name in request.OutputArtifacts)
        {
            made[name] = await artifacts.WriteFileAsync(request, name, ImageDetail.FileName, detail.ToFile(), cancellationToken);
        }

        return new ActionResult(ActionStatus.Succeeded, detail.Digest, null, detail.ImageUri, made)
        {
            OutputVariables = new Dictionary<string, string>
            {
                ["RegistryId"] = detail.RegistryId, ["RepositoryName"] = detail.RepositoryName, ["ImageTag"] = Tag(request), ["ImageDigest"] = detail.Digest, ["ImageURI"] = detail.ImageUri,
            },
        };
    }

    private static string Repository(ActionRequest request) => request.Configuration["RepositoryName"];

    private static string Tag(ActionRequest request) => request.Configuration.TryGetValue("ImageTag", out var tag) && tag.Length > 0 ? tag : DefaultTag;
}
