using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>What the newest run of a pipeline is at: what runs now, or what failed, or what ran last. Actions that begin meanwhile are read, too.</summary>
internal sealed class PipelineLogSource(SuiteClient suite, string pipeline) : ILogSource
{
    private readonly Dictionary<string, (string Name, ILogSource Log)> _sources = new(StringComparer.Ordinal);
    private string? _run;

    public bool IsOver { get; private set; }

    public async Task<IReadOnlyList<LogLine>> ReadAsync(CancellationToken stop)
    {
        var run = await RunAsync(stop);
        var actions = await RunActions.OfAsync(suite, pipeline, run.PipelineExecutionId!, stop);
        foreach (var action in Chosen(actions).Where(action => !_sources.ContainsKey(action.ActionExecutionId!)))
        {
            await OpenAsync(action, stop);
        }

        var lines = new List<LogLine>();
        foreach (var (name, log) in _sources.Values.Where(source => !source.Log.IsOver))
        {
            lines.AddRange((await log.ReadAsync(stop)).Select(line => line with { Source = name }));
        }

        IsOver = !RunTexts.IsGoing(run) && _sources.Values.All(source => source.Log.IsOver);
        return lines;
    }

    private async Task<PipelineExecutionSummary> RunAsync(CancellationToken stop)
    {
        var runs = await RunIds.ListAsync(suite, pipeline, _run is null ? 1 : 100, stop);
        var run = runs.FirstOrDefault(run => _run is null || run.PipelineExecutionId == _run) ?? throw new UsageException($"{pipeline} has had no run yet.");
        _run = run.PipelineExecutionId;
        return run;
    }

    private static IEnumerable<ActionExecutionDetail> Chosen(IReadOnlyList<ActionExecutionDetail> actions)
    {
        var logged = actions.Where(IsLogged).ToList();
        var going = logged.Where(RunActions.IsGoing).ToList();
        var failed = logged.Where(action => action.Status == ActionExecutionStatus.Failed).ToList();
        return going.Count > 0 ? going : failed.Count > 0 ? failed : logged.TakeLast(1);
    }

    private static bool IsLogged(ActionExecutionDetail action) => action.Input?.ActionTypeId?.Provider is "CodeBuild" or "Commands" || RunActions.Is(action, ActionCategory.Deploy);

    private async Task OpenAsync(ActionExecutionDetail action, CancellationToken stop)
    {
        var isDeployment = RunActions.Is(action, ActionCategory.Deploy);
        var id = !isDeployment ? await BuildReader.OfActionAsync(suite, pipeline, action, stop)
            : RunActions.ExternalId(action) ?? (await DeploymentReader.OfRunAsync(suite, action.PipelineExecutionId!, onlyGoing: false, stop) is [var newest, ..] ? newest : null);
        if (id is not null && (isDeployment ? DeploymentReader.IsId(id) : BuildReader.IsId(id)))
        {
            _sources[action.ActionExecutionId!] = (action.ActionName!, isDeployment ? new DeploymentLogSource(suite, id) : new BuildLogSource(suite, id));
        }
    }
}
