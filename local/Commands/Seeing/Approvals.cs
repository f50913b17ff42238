using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Finds what waits for people among the actions of runs.</summary>
internal static class Approvals
{
    private static readonly TimeSpan Usual = TimeSpan.FromDays(7);

    /// <param name="pipeline">As it is declared.</param>
    /// <param name="state">As it stands, which knows the tokens, but none in the mode PARALLEL: there the action's own id is its token.</param>
    /// <param name="actions">Of the runs that go on.</param>
    public static IReadOnlyList<WaitingApproval> Of(PipelineDeclaration pipeline, GetPipelineStateOutput state, IEnumerable<ActionExecutionDetail> actions) =>
        [.. actions.Where(action => RunActions.IsGoing(action) && RunActions.Is(action, ActionCategory.Approval)).Select(action => Of(pipeline, state, action))];

    private static WaitingApproval Of(PipelineDeclaration pipeline, GetPipelineStateOutput state, ActionExecutionDetail action)
    {
        var declared = pipeline.Stages.FirstOrDefault(stage => stage.Name == action.StageName)?.Actions.FirstOrDefault(one => one.Name == action.ActionName);
        var patience = declared?.TimeoutInMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : Usual;
        return new WaitingApproval(
            pipeline.Name, action.StageName!, action.ActionName!, action.PipelineExecutionId!, Token(state, action), RunActions.Setting(action, "CustomData"), RunActions.Setting(action, "ExternalEntityLink"), action.StartTime, action.StartTime + patience);
    }

    private static string Token(GetPipelineStateOutput state, ActionExecutionDetail action) => state.StageStates?
        .SelectMany(stage => stage.ActionStates ?? []).Select(seen => seen.LatestExecution).FirstOrDefault(seen => seen?.ActionExecutionId == action.ActionExecutionId)?.Token ?? action.ActionExecutionId!;
}
