using System.Text.Json.Nodes;
using Sluice.Local.Commands.Narration;
using Sluice.Local.Commands.Screens;

namespace Sluice.Local.Tests.Commands;

public sealed class BakeWatchTests : IDisposable
{
    private readonly StringWriter _said = new();
    private readonly BakeWatch _watch;
    private double _requests;

    public BakeWatchTests() => _watch = new BakeWatch(
        new PlainScreen(_said, TimeProvider.System),
        TimeProvider.System,
        (version, _) => version == new BakedVersion("fn", "live", "2") ? _requests : throw new InvalidOperationException($"{version}"));

    [Fact]
    public void Says_when_a_bake_passed_without_a_request()
    {
        Shift("""{"1":0.9,"2":0.1}""");
        Shift("""{"2":1}""");
        End();
        _said.ToString().ShouldEndWith("no request came to version 2 while it was watched, so there was nothing to judge\n");
        _said.ToString().Count(c => c == '\n').ShouldBe(1);
    }

    [Fact]
    public void Says_nothing_when_there_was_one()
    {
        _requests = 1;
        Shift("""{"1":0.9,"2":0.1}""");
        Shift("""{"1":0.5,"2":0.5}""");
        End();
        _said.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Says_nothing_of_traffic_that_was_moved_all_at_once()
    {
        Shift("""{"2":1}""");
        End();
        _said.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Says_nothing_where_the_requests_of_the_step_were_counted()
    {
        Shift("""{"1":0.9,"2":0.1}""");
        See("Sluice Deployment Judged", """{"deploymentId":"d-1","outcome":"Inconclusive","needed":5}""");
        End();
        _said.ToString().ShouldBeEmpty();
    }

    public void Dispose() => _said.Dispose();

    private void Shift(string weights) => See("Sluice Traffic Shifted", $$"""{"deploymentId":"d-1","functionName":"fn","alias":"live","targetVersion":"2","weights":{{weights}}}""");

    private void End() => See("CodeDeploy Deployment State-change Notification", """{"deploymentId":"d-1","outcome":"Succeeded"}""");

    private void See(string type, string detail) => _watch.See(new JsonObject { ["detail-type"] = type, ["detail"] = JsonNode.Parse(detail) });
}
