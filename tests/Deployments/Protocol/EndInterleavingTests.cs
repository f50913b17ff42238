using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>
/// Every order of the last weight's reading of the alarms, the terminal write, an alarm that changes its state, and its event, which comes at once, in any order with a stop, or
/// when all is over. An alarm that was in ALARM when the alarms were read is never passed over, and whatever comes before the terminal write turns it back.
/// </summary>
public sealed class EndInterleavingTests
{
    [Theory]
    [InlineData("alarm")]
    [InlineData("alarm,stop")]
    [InlineData("alarm,event again")]
    [InlineData("late alarm")]
    [InlineData("late alarm,stop")]
    public void The_end_and_an_alarm_never_miss_each_other(string actors)
    {
        var outcomes = new HashSet<DeploymentOutcome>();
        var count = 0;
        IReadOnlyList<int>? choices = [];
        while (choices is not null)
        {
            choices = RunOnce(actors.Split(','), choices, outcomes).Next();
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{actors}: {count} schedules");
        count.ShouldBeInRange(3, 400);
        outcomes.ShouldBeSubsetOf([DeploymentOutcome.Succeeded, DeploymentOutcome.RolledBack]);
        outcomes.Count.ShouldBe(2);
    }

    private static Interleaver RunOnce(string[] actors, IReadOnlyList<int> choices, HashSet<DeploymentOutcome> outcomes)
    {
        using var world = new DeploymentWorld();
        var interleaver = new Interleaver(world.Time, choices);
        world.Lambda.Add("fn");
        world.CloudWatch.Metric["errors"] = "OK";
        var (meanwhile, isSeen) = (new List<Task>(), false);
        var moments = new Moments(world.Cloud);
        // The second reading is the one after all traffic is moved.
        moments.Before("ReadAlarms", () => meanwhile.AddRange(actors.Select(actor => interleaver.ActAsync(actor, () => ActAsync(world, interleaver, actor)))), nth: 2);
        moments.Before("ReadAlarms", () => interleaver.ActAsync("reading", async () =>
        {
            await interleaver.GateAsync();
            isSeen = world.CloudWatch.Metric["errors"] == "ALARM";
            return true;
        }), nth: 2);
        var entryPoint = world.Cloud.EntryPoint;
        world.Cloud.EntryPoint = (name, payload) => name == "NextStep" ? interleaver.ActAsync(name, () => entryPoint(name, payload)) : entryPoint(name, payload);
        // Where three act, reads are not held: a write is made only on what was read, so the order of the writes says nearly all, and the schedules stay few.
        world.Table.Gate = call => call.StartsWith("query", StringComparison.Ordinal) || meanwhile.Count == 0 || (actors.Length > 1 && call.StartsWith("get", StringComparison.Ordinal))
            ? Task.CompletedTask
            : interleaver.GateAsync();
        var release = new Release { Strategy = "AllAtOnce", Alarms = "errors" };

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
            await Task.WhenAll(meanwhile);
            await world.TellAlarmAsync("errors");
        });

        var record = world.Time.Run(world.RecordAsync);
        var schedule = $"schedule {interleaver.Made}: {string.Join(' ', world.Executions.SelectMany(execution => execution.Path))}";
        record.Outcome.ShouldNotBeNull(schedule);
        (record.Outcome == DeploymentOutcome.Succeeded).ShouldBe(record.Stop is null, schedule);
        if (isSeen)
        {
            record.Outcome.ShouldBe(DeploymentOutcome.RolledBack, schedule);
        }

        world.ShouldHaveEnded(record.Outcome.Value);
        world.Alias().ShouldBe(record.Outcome == DeploymentOutcome.Succeeded ? "2" : "1", schedule);
        outcomes.Add(record.Outcome.Value);
        return interleaver;
    }

    private static async Task<bool> ActAsync(DeploymentWorld world, Interleaver interleaver, string actor)
    {
        await interleaver.GateAsync();
        try
        {
            await (actor switch
            {
                "stop" => world.StopAsync(),
                "event again" => world.TellAlarmAsync("errors"),
                "late alarm" => FireAsync(world),
                _ => world.AlarmAsync("errors"),
            });
            return true;
        }
        catch (DeploymentAlreadyCompletedException)
        {
            return false;
        }
    }

    private static Task FireAsync(DeploymentWorld world)
    {
        world.CloudWatch.Metric["errors"] = "ALARM";
        return Task.CompletedTask;
    }
}
