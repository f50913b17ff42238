using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What was done for the runs of a pipeline.</summary>
internal sealed class ActionHistory(RunHistory history, RunVariables variables, TimeProvider time)
{
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<(IReadOnlyList<ActionExecutionDetail> Page, string? NextToken)> ReadAsync(string pipeline, HistoryFilter filter, string? token, int? most, CancellationToken cancellationToken)
    {
        var (page, next) = await history.ReadAsync(pipeline, filter, token, most, run => Actions(run, filter.IsLatest), cancellationToken);
        var details = new List<ActionExecutionDetail>();
        foreach (var run in page.GroupBy(found => found.Run.PipelineExecutionId))
        {
            var (record, declared) = (run.First().Run, run.First().Pipeline);
            var given = await variables.OfRunAsync(pipeline, run.Key, cancellationToken);
            var scope = new VariableScope(new Turn(declared, record, [], [], time.GetUtcNow()) { Given = given });
            details.AddRange(run.Select(found => Detail(record, declared, found.Item.Stage, found.Item.Action, given.GetValueOrDefault(found.Item.Action.ActionExecutionId), scope)));
        }

        return (details, next);
    }

    private static IEnumerable<(RunStage Stage, RunAction Action)> Actions(PipelineRun run, bool latest) =>
        run.Stages.SelectMany(stage => (latest ? stage.Current : stage.Actions).Select(action => (stage, action)));

    private static ActionExecutionDetail Detail(
        PipelineRun run, PipelineDeclaration pipeline, RunStage stage, RunAction action, IReadOnlyDictionary<string, string>? given, VariableScope scope)
    {
        var declared = pipeline.Stage(stage.StageName).Action(action.ActionName);
        return new ActionExecutionDetail
        {
            PipelineExecutionId = run.PipelineExecutionId,
            ActionExecutionId = action.ActionExecutionId,
            PipelineVersion = run.PipelineVersion,
            StageName = stage.StageName,
            ActionName = action.ActionName,
            StartTime = action.StartTime,
            LastUpdateTime = action.LastUpdateTime,
            Status = action.Status,
            Input = Input(run, declared, scope),
            Output = Output(action, given),
        };
    }

    private static ActionExecutionInput Input(PipelineRun run, ActionDeclaration declared, VariableScope scope) => new()
    {
        ActionTypeId = declared.ActionTypeId,
        Configuration = Secrets.Masked(declared),
        ResolvedConfiguration = declared.Configuration is { } texts ? Secrets.Masked(declared.ActionTypeId, scope.Fill(texts).Filled) : null,
        RoleArn = declared.RoleArn,
        Region = declared.Region,
        Namespace = declared.Namespace,
        InputArtifacts = Artifacts(RunArtifacts.InputsOf(run, declared)),
    };

    private static ActionExecutionOutput Output(RunAction action, IReadOnlyDictionary<string, string>? given) => new()
    {
        OutputArtifacts = Artifacts(action.OutputArtifacts),
        OutputVariables = action.HasVariables ? given : null,
        ExecutionResult = new ActionExecutionResult
        {
            ExternalExecutionId = action.ExternalExecutionId,
            ExternalExecutionSummary = action.Message,
            ErrorDetails = action.Status == ActionExecutionStatus.Failed ? new ErrorDetails { Code = action.ErrorCode ?? "JobFailed", Message = action.Message } : null,
        },
    };

    private static IReadOnlyList<ArtifactDetail> Artifacts(IReadOnlyDictionary<string, ObjectRef> artifacts) =>
        [.. artifacts.Select(artifact => new ArtifactDetail { Name = artifact.Key, S3location = new S3Location { Bucket = artifact.Value.Bucket, Key = artifact.Value.Key } })];
}
