using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>The links that a pipeline's newest run has.</summary>
internal static class RunLinks
{
    public static async Task<IReadOnlyList<Link>> OfAsync(SuiteClient suite, PipelineView view, CancellationToken stop)
    {
        if (view.PipelineExecutionSummaries is not [var run, ..])
        {
            return [];
        }

        var actions = await RunActions.OfAsync(suite, view.State.PipelineName!, run.PipelineExecutionId!, stop);
        return
        [
            .. run.SourceRevisions?.Where(revision => revision.RevisionUrl is { Length: > 0 }).Select(revision => new Link(revision.ActionName, revision.RevisionUrl!)) ?? [],
            .. view.Approvals.Where(approval => approval.ExternalEntityLink is not null).Select(approval => new Link(approval.ActionName, approval.ExternalEntityLink!)),
            .. actions.Where(action => action.Output?.ExecutionResult?.ExternalExecutionUrl is { Length: > 0 }).Select(action => new Link(action.ActionName!, action.Output!.ExecutionResult!.ExternalExecutionUrl!)),
            .. suite.Place.IsOneMachine ? await FunctionsAsync(suite, actions, stop) : await LogsAsync(suite, actions, stop),
        ];
    }

    // Where the console is that shows logs.
    private static async Task<IReadOnlyList<Link>> LogsAsync(SuiteClient suite, IReadOnlyList<ActionExecutionDetail> actions, CancellationToken stop)
    {
        var links = new List<Link>();
        foreach (var action in actions)
        {
            if (RunActions.ExternalId(action) is { } id && BuildReader.IsId(id) && (await BuildReader.FindAsync(suite, id, stop))?.Logs?.DeepLink is { } link)
            {
                links.Add(new Link($"{action.ActionName}'s log", link));
            }
        }

        return links;
    }

    // What was released, which answers requests there.
    private static async Task<IReadOnlyList<Link>> FunctionsAsync(SuiteClient suite, IReadOnlyList<ActionExecutionDetail> actions, CancellationToken stop)
    {
        var links = new List<Link>();
        foreach (var id in actions.Select(RunActions.ExternalId).OfType<string>().Where(DeploymentReader.IsId))
        {
            var targets = (await DeploymentReader.ReadAsync(suite, id, stop)).DeploymentTargets;
            links.AddRange(targets.Where(target => target.LambdaTarget is not null).Select(target => Of(suite.Place.Url!, target)));
        }

        return links;
    }

    private static Link Of(Uri url, DeploymentTarget target) => new(Split.Subject(target), new Uri(url, $"/2015-03-31/functions/{Split.Subject(target)}/invocations").ToString());
}
