using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Sluice.Deployments.Recovery;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Local.Host.Data;
using Sluice.Local.Host.Sources;
using Sluice.Local.StateMachines.Time;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Platform.StateMachines;

namespace Sluice.Local.Tests.Host.Sources;

/// <summary>When each pipeline is looked at, on virtual time; repositories are real folders or names of hosts, and looks are played.</summary>
public sealed class SourceWatchTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-watch");
    private readonly VirtualTime _time = new();
    private readonly DataFolder _data;
    private readonly ServiceProvider _services;
    private readonly PlayedEvents _events = new();
    private readonly ConcurrentQueue<(string Pipeline, double Second)> _looks = new();
    private readonly DateTimeOffset _began;

    public SourceWatchTests()
    {
        _data = DataFolder.Own(Path.Combine(_folder.FullName, "data"));
        _services = LocalServices.Create(_data, Quiet.Storage(TimeProvider.System), static _ => { }, TimeProvider.System, Substitute.For<IStateMachines>(), SweepPace.InAws);
        _began = _time.GetUtcNow();
    }

    [Fact]
    public void Each_is_looked_at_at_the_pace_that_its_last_look_gave()
    {
        Run(30, name => Task.FromResult(Answer(name == "fast" ? 5 : 12)), () => Task.CompletedTask, Remote("fast"), Remote("slow"));

        Seconds("fast").ShouldBe([0, 5, 10, 15, 20, 25, 30]);
        Seconds("slow").ShouldBe([0, 12, 24]);
    }

    [Fact]
    public void One_that_hangs_holds_up_no_other()
    {
        Run(10, async name =>
        {
            await (name == "hangs" ? Task.Delay(TimeSpan.FromHours(1), _time) : Task.CompletedTask);
            return Answer(5);
        }, () => Task.CompletedTask, Remote("hangs"), Remote("well"));

        Seconds("hangs").ShouldBe([0]);
        Seconds("well").ShouldBe([0, 5, 10]);
    }

    [Fact]
    public void A_change_in_a_folder_is_looked_at_at_once_and_once_more_if_it_came_while_it_was_looked_at()
    {
        Run(9, async name =>
        {
            await Task.Delay(TimeSpan.FromSeconds(0.25), _time);
            return Answer(60);
        }, async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(3.5), _time);
            _events.Change();
            _events.Change();
            await Task.Delay(TimeSpan.FromSeconds(0.1), _time);
            _events.Change();
        }, Folder("here"));

        Seconds("here").ShouldBe([0, 3.5, 3.75]);
    }

    [Fact]
    public void A_folder_that_nothing_can_be_heard_of_is_looked_at_every_second()
    {
        _events.IsDeaf = true;

        Run(3, _ => Task.FromResult(Answer(60)), () => Task.CompletedTask, Folder("here"));

        Seconds("here").ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void A_look_that_fails_is_made_again()
    {
        Run(2, _ => throw new InvalidOperationException("table unreachable"), () => Task.CompletedTask, Remote("app"));

        Seconds("app").ShouldBe([0, 1, 2]);
    }

    public void Dispose()
    {
        _services.Dispose();
        _data.Dispose();
        _folder.Delete(recursive: true);
    }

    private static JsonObject Answer(int seconds) => new()
    {
        ["started"] = new JsonArray(), ["errors"] = new JsonArray(), ["polled"] = new JsonArray(new JsonObject { ["pipelineName"] = "p", ["next"] = TimeSpan.FromSeconds(seconds).ToString() }),
    };

    private static (string Name, string Repository) Remote(string name) => (name, $"https://example.com/{name}.git");

    private (string Name, string Repository) Folder(string name)
    {
        var path = _folder.CreateSubdirectory(name).FullName;
        Git.Run(path, "init", "--quiet");
        return (name, path);
    }

    private IReadOnlyList<double> Seconds(string pipeline) => [.. _looks.Where(look => look.Pipeline == pipeline).Select(look => Math.Round(look.Second, 2))];

    private void Run(double seconds, Func<string, Task<JsonObject>> look, Func<Task> meanwhile, params (string Name, string Repository)[] pipelines) => _time.Run(async () =>
    {
        foreach (var (name, repository) in pipelines)
        {
            await _services.GetRequiredService<PipelineCatalog>().CreateAsync("p.json", ReleasePipeline.Document(name, repository, "main", DeploymentChoices.Default));
        }

        var watch = new SourceWatch(PollAsync, _services.GetRequiredService<PipelineCatalog>(), _events, TimeSpan.FromSeconds(1), _time, NullLogger<SourceWatch>.Instance);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds + 0.01), _time);
        _ = meanwhile();
        await watch.RunAsync(stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        stop.IsCancellationRequested.ShouldBeTrue();

        async Task<JsonNode?> PollAsync(JsonNode request, CancellationToken cancelled)
        {
            var name = request["pipelineName"]!.ToString();
            _looks.Enqueue((name, (_time.GetUtcNow() - _began).TotalSeconds));
            return await look(name).WaitAsync(cancelled);
        }
    });

    private sealed class PlayedEvents : IFolderEvents
    {
        private Action? _changed;

        public bool IsDeaf { get; set; }

        public void Change() => _changed!();

        public IDisposable? Watch(string branches, Action changed)
        {
            Directory.Exists(branches).ShouldBeTrue();
            _changed = changed;
            return IsDeaf ? null : Substitute.For<IDisposable>();
        }
    }
}
