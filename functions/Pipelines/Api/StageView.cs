using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Api;

/// <summary>A stage of a run as it is shown.</summary>
public sealed record StageView(string StageName, StageExecutionStatus Status, IReadOnlyList<ActionView> Actions)
{
    internal static StageView Of(RunStage stage) => new(stage.StageName, stage.Status, [.. stage.Actions.Select(ActionView.Of)]);
}
