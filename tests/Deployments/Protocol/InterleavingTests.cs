using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>
/// Every order of the table's and the task tokens' calls of a bake that is being parked, an alarm, a stop, and the bake's end: none of them may miss the others.
/// </summary>
public sealed class InterleavingTests
{
    [Theory]
    [InlineData("alarm", "Bake", true)]
    [InlineData("stop", "Bake", true)]
    [InlineData("alarm,stop", "Bake", false)]
    [InlineData("alarm,alarm again", "Bake", false)]
    [InlineData("alarm,stop", "NextStep", false)]
    public void Park_and_stop_never_miss_each_other(string actors, string decision, bool withTheBakesEnd)
    {
        var outcomes = new HashSet<DeploymentOutcome>();
        var count = 0;
        IReadOnlyList<int>? choices = [];
        while (choices is not null)
        {
            var interleaver = RunOnce(actors.Split(','), decision, withTheBakesEnd, choices, outcomes);
            choices = interleaver.Next();
            count++;
        }

        count.ShouldBeGreaterThan(20);
        TestContext.Current.SendDiagnosticMessage($"{actors} and {decision}: {count} schedules");
        outcomes.ShouldContain(DeploymentOutcome.RolledBack);
        outcomes.Contains(DeploymentOutcome.Succeeded).ShouldBe(withTheBakesEnd);
        outcomes.Contains(DeploymentOutcome.Failed).ShouldBe(decision == "NextStep", "the first decision may come before or after the stop");
        outcomes.ShouldNotContain(DeploymentOutcome.Dirty);
    }

    private static Interleaver RunOnce(string[] actors, string decision, bool withTheBakesEnd, IReadOnlyList<int> choices, HashSet<DeploymentOutcome> outcomes)
    {
        using var world = new DeploymentWorld();
        var interleaver = new Interleaver(world.Time, choices) { Pause = withTheBakesEnd ? TimeSpan.FromSeconds(6) : null };
        world.Lambda.Add("fn");
        world.CloudWatch.Metric["errors"] = "OK";
        var meanwhile = new List<Task>();
        new Moments(world.Cloud).Before(decision == "NextStep" ? "NextStep" : "Bake", () => meanwhile.AddRange(actors.Select(actor => interleaver.ActAsync(actor, () => ActAsync(world, actor)))));
        var entryPoint = world.Cloud.EntryPoint;
        world.Cloud.EntryPoint = (name, payload) => name == decision ? interleaver.ActAsync(name, () => entryPoint(name, payload)) : entryPoint(name, payload);
        world.Table.Gate = call => call.StartsWith("query", StringComparison.Ordinal) ? Task.CompletedTask : interleaver.GateAsync();
        world.Machines.Gate = _ => interleaver.GateAsync();
        var release = new Release { Strategy = "Steps.10@5s", Alarms = "errors" };

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
            await Task.WhenAll(meanwhile);
        });

        var record = world.Time.Run(world.RecordAsync);
        var schedule = $"schedule {interleaver.Made}: {string.Join(' ', world.Executions.SelectMany(execution => execution.Path))}";
        record.Outcome.ShouldNotBeNull(schedule);
        (record.Outcome == DeploymentOutcome.Succeeded).ShouldBe(record.Stop is null, schedule);
        world.ShouldHaveEnded(record.Outcome.Value);
        if (record.Stop is { } stop)
        {
            // At once, not when the bake is over; the schedule itself may let six seconds pass.
            (record.CompleteTime!.Value - stop.Time).ShouldBeLessThan(TimeSpan.FromSeconds(6.5), schedule);
        }

        outcomes.Add(record.Outcome.Value);
        return interleaver;
    }

    private static async Task<bool> ActAsync(DeploymentWorld world, string actor)
    {
        try
        {
            await (actor == "stop" ? world.StopAsync() : world.TellAlarmAsync("errors"));
            return true;
        }
        catch (DeploymentAlreadyCompletedException)
        {
            // The stop came too late, and is told so.
            return false;
        }
    }
}
