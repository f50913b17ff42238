using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Asks for all that there is to see of a pipeline.</summary>
internal static class PipelineReader
{
    private const int LooksBack = 50;

    public static async Task<PipelineView> ReadAsync(SuiteClient suite, string name, CancellationToken stop)
    {
        var state = await suite.AskAsync<GetPipelineStateOutput>(new GetPipelineStateInput { Name = name }, stop);
        var runs = await RunIds.ListAsync(suite, name, LooksBack, stop);
        var going = runs.Where(RunTexts.IsGoing).ToList();
        var actions = new List<ActionExecutionDetail>();
        foreach (var run in going)
        {
            actions.AddRange(await RunActions.OfAsync(suite, name, run.PipelineExecutionId!, stop));
        }

        var pipeline = (await suite.AskAsync<GetPipelineOutput>(new GetPipelineInput { Name = name }, stop)).Pipeline!;
        return new PipelineView(state, [.. runs.Where((run, index) => index == 0 || RunTexts.IsGoing(run))], actions, Approvals.Of(pipeline, state, actions), await DeploymentsAsync(suite, actions, stop));
    }

    private static async Task<IReadOnlyList<SeenDeployment>> DeploymentsAsync(SuiteClient suite, List<ActionExecutionDetail> actions, CancellationToken stop)
    {
        var deployments = new List<SeenDeployment>();
        foreach (var run in actions.Where(action => RunActions.IsGoing(action) && RunActions.Is(action, ActionCategory.Deploy)).Select(action => action.PipelineExecutionId!).Distinct())
        {
            foreach (var id in await DeploymentReader.OfRunAsync(suite, run, onlyGoing: true, stop))
            {
                deployments.Add(await DeploymentReader.ReadAsync(suite, id, stop));
            }
        }

        return deployments;
    }
}
