using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Builds.Tests;
using Sluice.Builds.Tests.Machine;

namespace Sluice.Benchmarks.Builds;

/// <summary>Builds of several projects, all asked for at the same moment.</summary>
internal sealed class QueuedBuilds : IDisposable
{
    public const int Builds = 1_000;
    public const int Projects = 20;
    public const int AtOnce = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(3);
    private readonly BuildWorld _world = new(AtOnce);
    private readonly List<string> _began = [];
    private int _running;

    public QueuedBuilds() => _world.Program = RunAsync;

    public DateTimeOffset Now => _world.Time.GetUtcNow();

    /// <summary>How many ran at once.</summary>
    public int Most { get; private set; }

    public void Run() => _world.Time.Run(async () =>
    {
        for (var n = 0; n < Builds; n++)
        {
            await _world.Fixture.Start.RunAsync(BuildsFixture.Request("parent", Action(n), ("ProjectName", Project(n))));
        }

        await Task.WhenAll(Enumerable.Range(0, Builds).Select(n => _world.Start(Id(n)).Completion).ToList());
    });

    /// <exception cref="InvalidOperationException">One is lost, ran twice, failed, or ran before one of its project that came before; or more ran than may; or the queue is not empty.</exception>
    public void Demand()
    {
        var expected = Enumerable.Range(0, Builds).GroupBy(Project).SelectMany(project => project.Select(Id));
        var began = _began.GroupBy(id => Project(Number(id))).OrderBy(project => Number(project.First())).SelectMany(project => project);
        Demand(_began.Count == Builds && _began.Distinct().Count() == Builds, $"{_began.Count} builds ran, {_began.Distinct().Count()} of them once");
        Demand(began.SequenceEqual(expected), "builds of a project ran in another order than they came");
        Demand(Most == AtOnce, $"{Most} ran at once");
        Demand(Enumerable.Range(0, Builds).All(n => StatusOf(n) == BuildStatus.Succeeded), "not all succeeded");
        var queue = _world.Fixture.Queue.GetAsync(CancellationToken.None).GetAwaiter().GetResult().Value;
        Demand(queue.Running.Count == 0 && queue.WaitingCount == 0, $"{queue.Running.Count} still run and {queue.WaitingCount} still wait");
    }

    public void Dispose() => _world.Dispose();

    private async Task RunAsync(System.Text.Json.Nodes.JsonNode task, CancellationToken stop)
    {
        _began.Add(BuildWorld.BuildOf(task));
        Most = Math.Max(Most, ++_running);
        await Task.Delay(Duration, _world.Time, stop);
        _running--;
        _world.Fixture.PutResultOf(BuildWorld.BuildOf(task), BuildStatus.Succeeded);
    }

    private BuildStatus StatusOf(int n) => _world.Fixture.Store.GetAsync(Id(n), CancellationToken.None).GetAwaiter().GetResult().Status;

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"The queue is wrong: {otherwise}.");
        }
    }

    private static string Action(int n) => $"action-{n}";

    private static string Project(int n) => $"project-{n % Projects}";

    private static string Id(int n) => BuildIds.Of("shop", Action(n));

    private static int Number(string id) => Numbers.Value[id];

    private static readonly Lazy<Dictionary<string, int>> Numbers = new(() => Enumerable.Range(0, Builds).ToDictionary(Id));
}
