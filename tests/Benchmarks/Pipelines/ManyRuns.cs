using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Tables.Sqlite;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>
/// Runs of a thousand pipelines in their three modes: the real machine, the table in a file, every message of the outbox twice, and builds and deployments of a minute each, of which every tenth build fails.
/// </summary>
internal sealed class ManyRuns : IDisposable
{
    public const int Pipelines = 1_000;
    public const int RunsOfEach = 10;
    private const int EveryBuildFails = 10;

    // Less than a stage takes, so that runs wait for stages and, in the first mode, for nothing.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AllEnd = TimeSpan.FromHours(1);
    private static readonly string[] Modes = ["SUPERSEDED", "QUEUED", "PARALLEL"];
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-bench-runs-").FullName;
    private readonly Dictionary<(string Execution, string Action), int> _done = [];
    private readonly HashSet<string> _failed = [];
    private readonly List<(int Pipeline, string Execution)> _started = [];
    private readonly MachineHost _host;
    private readonly Dictionary<PipelineExecutionStatus, int> _ends = [];
    private int _builds;

    public ManyRuns() => _host = new MachineHost(time => SqliteTable.Open(Path.Combine(_folder, "table.db"), time)) { Act = Act };

    /// <summary>How many have been found to have ended as they should.</summary>
    public int Ended => _ends.Values.Sum();

    public string Ends => string.Join(", ", _ends.OrderByDescending(end => end.Value).Select(end => $"{end.Value} {end.Key}"));

    public DateTimeOffset Now => _host.Time.GetUtcNow();

    public void CreateAll() => _host.Time.Run(async () =>
    {
        _host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        for (var n = 0; n < Pipelines; n++)
        {
            await _host.Suite.Get<PipelineCatalog>().CreateAsync("p.json", Document(n));
        }
    });

    /// <summary>All runs of some pipelines, one after the other of each, to their ends.</summary>
    public void Run(int first, int count) => _host.Time.Run(async () =>
    {
        for (var run = 0; run < RunsOfEach; run++)
        {
            for (var n = first; n < first + count; n++)
            {
                _started.Add((n, await _host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest(NameOf(n)))));
            }

            await _host.DeliverNewAsync(times: 2);
            await Task.Delay(Between, _host.Time);
        }

        await Task.Delay(AllEnd, _host.Time);
        await _host.DeliverNewAsync(times: 2);
        _host.Forget();
    });

    /// <summary>Looks at the ends of those that ran since the last time, and lets go of what was noted of them.</summary>
    /// <exception cref="InvalidOperationException">By the table a run is lost, has not ended, or ended as it should not; an action was done twice; a stage is still held.</exception>
    public void Demand()
    {
        _host.Time.Run(async () =>
        {
            foreach (var runs in _started.GroupBy(run => run.Pipeline))
            {
                await DemandAsync(NameOf(runs.Key), [.. runs.Select(run => run.Execution)]);
            }
        });
        Demand(_done.Values.All(times => times == 1), "an action was done twice");
        _started.Clear();
        _done.Clear();
        _failed.Clear();
    }

    public void Dispose()
    {
        _host.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task DemandAsync(string pipeline, IReadOnlyList<string> started)
    {
        var stored = (await _host.Suite.Get<PipelineRunStore>().ListAsync(pipeline, null, limit: 100, CancellationToken.None)).Runs.OrderBy(run => run.Number).ToList();
        Demand(stored.Select(run => run.PipelineExecutionId).SequenceEqual(started), $"{pipeline} has {stored.Count} runs of {started.Count}, or others");
        foreach (var run in stored)
        {
            DemandEnd(run, isLast: run.Number == stored[^1].Number);
            _ends[run.Status] = _ends.GetValueOrDefault(run.Status) + 1;
        }

        var locks = await _host.Suite.Get<StageLocks>().AllAsync(pipeline, CancellationToken.None);
        Demand(locks.Values.All(stage => stage.Value.Holder is null && stage.Value.Queue.Count == 0), $"a stage of {pipeline} is still held or waited for");
    }

    private void DemandEnd(PipelineRun run, bool isLast)
    {
        var id = run.PipelineExecutionId;
        var (built, shifted, failed) = (_done.ContainsKey((id, "Compile")), _done.ContainsKey((id, "Shift")), _failed.Contains(id));
        var holds = run.Status switch
        {
            PipelineExecutionStatus.Succeeded => built && shifted && !failed,
            PipelineExecutionStatus.Failed => failed && !shifted,
            PipelineExecutionStatus.Superseded => run.Mode == ExecutionMode.SUPERSEDED && !isLast && !shifted && !failed,
            _ => false,
        };
        Demand(holds, $"the run {id} of {run.PipelineName} is {run.Status}: built {built}, failed {failed}, deployed {shifted}");
    }

    private Task<ActionResult?> Act(ActionRequest request)
    {
        var key = (request.PipelineExecutionId, request.ActionName);
        _done[key] = _done.GetValueOrDefault(key) + 1;
        if (request.StageName != "Build" || ++_builds % EveryBuildFails != 0)
        {
            return Task.FromResult<ActionResult?>(MachineHost.Success(request));
        }

        _failed.Add(request.PipelineExecutionId);
        return Task.FromResult<ActionResult?>(ActionResult.Failed("", "exit 1"));
    }

    private static string Document(int number) => Documents.ThreeStages(NameOf(number)).Replace("\"pipelineType\": \"V2\"", $"\"pipelineType\": \"V2\", \"executionMode\": \"{Modes[number % Modes.Length]}\"", StringComparison.Ordinal);

    private static string NameOf(int number) => $"p-{number}";

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The runs are wrong: {otherwise}.");
        }
    }
}
