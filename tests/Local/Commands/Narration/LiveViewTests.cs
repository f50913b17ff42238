using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;
using Sluice.Local.Commands.Tallies;
using Sluice.Local.Guarding;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class LiveViewTests : IDisposable
{
    private readonly VirtualTime _time = new();
    private readonly StringWriter _said = new();
    private readonly LiveView _view;
    private long _requests;

    public LiveViewTests()
    {
        _view = new LiveView(new PlainScreen(_said, _time), new Unattended(NullLogger.Instance, _time), _time, isOneOfMany: true)
        {
            Requests = () => ImmutableSortedDictionary<string, VersionTally>.Empty.Add("1", new VersionTally(_requests, 0)),
        };
        See("CodePipeline Pipeline Execution State Change", """{"pipeline": "hello", "execution-id": "e1", "state": "STARTED"}""");
        See("CodePipeline Action Execution State Change", """{"pipeline": "hello", "execution-id": "e1", "stage": "Build", "action": "Build", "state": "STARTED"}""");
    }

    [Fact]
    public void A_build_that_writes_nothing_is_not_silent_in_a_pipe()
    {
        _view.SeeBuild(new BuildOutput("hello", "hello", "[BUILD] Running command: dotnet publish"));
        Pass(seconds: 24);
        Told().ShouldBe(["Build       hello: goes on for 10 s: [BUILD] Running command: dotnet publish", "Build       hello: goes on for 20 s: [BUILD] Running command: dotnet publish"]);
    }

    [Fact]
    public void A_watch_is_told_with_its_requests_and_the_time_that_is_left_the_less_often_the_longer_it_lasts()
    {
        See("Sluice Traffic Shifted", """{"weights": {"1": 0.9, "2": 0.1}, "watchSeconds": 3600, "pipelineExecutionId": "e1", "application": "hello"}""");
        Pass(seconds: 3600);
        Told()[0].ShouldBe("Requests    hello: version 1: 0 (0 failed); 60 min 0 s left".Replace("60 min 0 s", "1 h 0 min"));
        Told().Count.ShouldBeInRange(20, 60);
    }

    [Fact]
    public void Nothing_is_shown_of_a_run_that_is_about_to_be_summed_up()
    {
        See("Sluice Traffic Shifted", """{"weights": {"1": 0.9, "2": 0.1}, "pipelineExecutionId": "e1", "application": "hello"}""");
        Pass(seconds: 3);
        var before = Told().Count;
        before.ShouldBeGreaterThan(0);

        _view.End("e1");
        See("Sluice Traffic Shifted", """{"weights": {"2": 1}, "pipelineExecutionId": "e1", "application": "hello"}""");
        See("CodePipeline Action Execution State Change", """{"pipeline": "hello", "execution-id": "e1", "stage": "Deploy", "action": "Deploy", "state": "SUCCEEDED"}""");
        Pass(seconds: 30);
        Told().Count.ShouldBe(before);
    }

    public void Dispose()
    {
        _view.Dispose();
        _said.Dispose();
    }

    private void Pass(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _requests = second;
            _view.Tick();
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private void See(string type, string detail) => _view.See(new JsonObject { ["detail-type"] = type, ["detail"] = JsonNode.Parse(detail) });

    private List<string> Told() => [.. _said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[10..])];
}
