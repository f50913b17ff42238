using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Alarms;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Providers.Alarms;

public sealed class AlarmRuleTests
{
    private string? _state = "OK";

    [Theory]
    [InlineData("OK", ActionStatus.Succeeded)]
    [InlineData("INSUFFICIENT_DATA", ActionStatus.Succeeded)]
    [InlineData("ALARM", ActionStatus.Failed)]
    public void Before_a_stage_the_alarm_is_judged_at_once_if_it_has_no_time(string state, ActionStatus expected) => Play(ActionConditions.BeforeEntry, 0, async (host, request) =>
    {
        _state = state;
        var result = await host.RunAsync(request);
        (result.Status, result.Message).ShouldBe((expected, $"The alarm 'errors' is in the state {state}."));
        host.Calls.Single().Parameters.ToJsonString().ShouldBe("""{"AlarmNames":["errors"],"AlarmTypes":["CompositeAlarm","MetricAlarm"]}""");
    });

    [Fact]
    public void Before_a_stage_an_alarm_is_given_time_to_become_quiet() => Play(ActionConditions.BeforeEntry, 10, async (host, request) =>
    {
        _state = "ALARM";
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromMinutes(4), host.Time);
        host.Result.ShouldBeNull();
        await ChangeAsync(host, "OK");
        await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
        host.Result!.Status.ShouldBe(ActionStatus.Succeeded);
        host.Calls.Count.ShouldBe(2);
    });

    [Fact]
    public void After_a_stage_the_rule_is_broken_as_soon_as_the_alarm_goes_off() => Play(ActionConditions.OnSuccess, 10, async (host, request) =>
    {
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromMinutes(4), host.Time);
        host.Result.ShouldBeNull();
        await ChangeAsync(host, "ALARM");
        await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
        host.Result!.Message.ShouldBe("The alarm 'errors' is in the state ALARM.");
        host.Executions.Single().Path.ShouldBe(
            ["Advance", "WhichCall", "DescribeAlarms", "Advance", "WhichCall", "Park", "Advance", "WhichCall", "DescribeAlarms", "Advance", "WhichCall", "Ended"]);
    });

    [Fact]
    public void After_a_stage_the_rule_is_kept_if_the_alarm_was_quiet_to_the_end() => Play(ActionConditions.OnSuccess, 10, async (host, request) =>
    {
        var begun = host.Time.GetUtcNow();
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Succeeded);
        (host.Time.GetUtcNow() - begun).ShouldBeInRange(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10.1));
    });

    [Fact]
    public void An_alarm_that_goes_off_between_the_look_and_the_wait_is_not_missed() => Play(ActionConditions.OnSuccess, 10, async (host, request) =>
    {
        host.Before = (function, _) => function == "ParkAction" && _state == "OK" ? ChangeAsync(host, "ALARM") : Task.CompletedTask;
        (await host.RunAsync(request)).Status.ShouldBe(ActionStatus.Failed);
    });

    [Fact]
    public void A_stop_ends_the_wait() => Play(ActionConditions.OnSuccess, 10, async (host, request) =>
    {
        await host.StartAsync(request);
        await Task.Delay(TimeSpan.FromMinutes(1), host.Time);
        await host.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
        host.Result!.Message.ShouldBe("Stopped: enough");
    });

    [Fact]
    public void An_alarm_that_is_not_there_breaks_the_rule() => Play(ActionConditions.BeforeEntry, 0, async (host, request) =>
    {
        _state = null;
        (await host.RunAsync(request)).Message.ShouldBe("There is no alarm 'errors'.");
    });

    private Task ChangeAsync(ActionHost host, string state)
    {
        _state = state;
        return host.Suite.Get<WakeAlarmRules>().RunAsync(new AlarmChanged(new AlarmChangedDetail("errors")));
    }

    private void Play(string condition, int minutes, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost
        {
            Serve = (_, _) => new JsonObject { ["MetricAlarms"] = _state is null ? [] : new JsonArray(new JsonObject { ["AlarmName"] = "errors", ["StateValue"] = _state }), ["CompositeAlarms"] = new JsonArray() },
        };
        host.Time.Run(async () =>
        {
            var request = await host.RequestAsync("Rule/CloudWatchAlarm", new Dictionary<string, string> { ["AlarmName"] = "errors", ["WaitTime"] = $"{minutes}" });
            await scenario(host, request with { Condition = condition });
            return true;
        });
    }
}
