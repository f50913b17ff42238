using Sluice.Builds.Shapes;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>Asks a suite for all that it tells of a run's time.</summary>
internal static class TimelineReader
{
    /// <exception cref="UsageException">There is no such run.</exception>
    public static async Task<SeenRun> ReadAsync(SuiteClient suite, string pipeline, string given, CancellationToken stop)
    {
        var all = await RunIds.AllAsync(suite, pipeline, null, stop);
        var id = RunIds.Pick(pipeline, given, all);
        var execution = (await suite.AskAsync<GetPipelineExecutionOutput>(new GetPipelineExecutionInput { PipelineName = pipeline, PipelineExecutionId = id }, stop)).PipelineExecution!;
        var actions = await RunActions.OfAsync(suite, pipeline, id, stop);
        return new SeenRun(
            all.First(run => run.PipelineExecutionId == id), execution, actions, await RulesAsync(suite, pipeline, id, stop), await BuildsAsync(suite, actions, stop), await DeploymentsAsync(suite, actions, stop));
    }

    private static async Task<IReadOnlyList<RuleExecutionDetail>> RulesAsync(SuiteClient suite, string pipeline, string run, CancellationToken stop)
    {
        var (all, token) = (new List<RuleExecutionDetail>(), (string?)null);
        do
        {
            var page = await suite.AskAsync<ListRuleExecutionsOutput>(new ListRuleExecutionsInput { PipelineName = pipeline, Filter = new RuleExecutionFilter { PipelineExecutionId = run }, NextToken = token }, stop);
            all.AddRange(page.RuleExecutionDetails ?? []);
            token = page.NextToken;
        }
        while (token is not null);
        return all;
    }

    // What cannot be asked for more is told by its action's times alone.
    private static async Task<IReadOnlyDictionary<string, Build>> BuildsAsync(SuiteClient suite, IReadOnlyList<ActionExecutionDetail> actions, CancellationToken stop)
    {
        var builds = new Dictionary<string, Build>(StringComparer.Ordinal);
        foreach (var id in Ids(actions, BuildReader.IsId))
        {
            if (await OrNothingAsync(() => BuildReader.FindAsync(suite, id, stop)) is { } build)
            {
                builds[id] = build;
            }
        }

        return builds;
    }

    private static async Task<IReadOnlyDictionary<string, SeenDeployment>> DeploymentsAsync(SuiteClient suite, IReadOnlyList<ActionExecutionDetail> actions, CancellationToken stop)
    {
        var deployments = new Dictionary<string, SeenDeployment>(StringComparer.Ordinal);
        foreach (var id in Ids(actions, DeploymentReader.IsId))
        {
            if (await OrNothingAsync(async () => (SeenDeployment?)await DeploymentReader.ReadAsync(suite, id, stop)) is { } deployment)
            {
                deployments[id] = deployment;
            }
        }

        return deployments;
    }

    private static IEnumerable<string> Ids(IReadOnlyList<ActionExecutionDetail> actions, Func<string, bool> are) => actions.Select(RunActions.ExternalId).OfType<string>().Where(are).Distinct();

    private static async Task<T?> OrNothingAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (RefusedException)
        {
            return null;
        }
    }
}
