using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>
/// Every order in which those who end a wait that is parked write and wake, and the wait's own end: a pause that is continued while it is stopped or an alarm fires,
/// and the bake after all traffic. Where three act, reads are not held: a write is made only on what was read, so the order of the writes says nearly all, and the schedules stay few.
/// </summary>
public sealed class WaitInterleavingTests
{
    [Theory]
    [InlineData("continue,stop", "Steps.10@pause", false)]
    [InlineData("alarm,continue", "Steps.10@pause", false)]
    [InlineData("alarm", "AllAtOnce", true)]
    [InlineData("stop", "AllAtOnce", true)]
    [InlineData("alarm,stop", "AllAtOnce", true)]
    public void A_wait_that_several_end_ends_in_one_way(string actors, string strategy, bool isBakingAll)
    {
        var outcomes = new HashSet<DeploymentOutcome>();
        var count = 0;
        IReadOnlyList<int>? choices = [];
        while (choices is not null)
        {
            choices = RunOnce(actors.Split(','), strategy, isBakingAll, choices, outcomes).Next();
            count++;
        }

        TestContext.Current.SendDiagnosticMessage($"{actors} in {strategy}: {count} schedules");
        count.ShouldBeInRange(5, 400);
        outcomes.ShouldBeSubsetOf([DeploymentOutcome.Succeeded, DeploymentOutcome.RolledBack]);
        outcomes.Count.ShouldBe(2);
    }

    private static Interleaver RunOnce(string[] actors, string strategy, bool isBakingAll, IReadOnlyList<int> choices, HashSet<DeploymentOutcome> outcomes)
    {
        using var world = new DeploymentWorld();
        var interleaver = new Interleaver(world.Time, choices) { Pause = isBakingAll ? TimeSpan.FromSeconds(61) : null };
        world.Lambda.Add("fn");
        world.CloudWatch.Metric["errors"] = "OK";
        var meanwhile = new List<Task>();
        var release = new Release { Strategy = strategy, Alarms = "errors", Settings = isBakingAll ? new() { ["FinalBake"] = "1m" } : [] };
        StartWhenParked(world, () => meanwhile.AddRange(actors.Select(actor => interleaver.ActAsync(actor, () => ActAsync(world, interleaver, actor)))));
        var isCrowded = isBakingAll && actors.Length > 1;
        world.Table.Gate = call => call.StartsWith("query", StringComparison.Ordinal) || (isCrowded && call.StartsWith("get", StringComparison.Ordinal)) ? Task.CompletedTask : interleaver.GateAsync();
        world.Machines.Gate = _ => interleaver.GateAsync();

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
            await Task.WhenAll(meanwhile);
        });

        var record = world.Time.Run(world.RecordAsync);
        var schedule = $"schedule {interleaver.Made}: {string.Join(' ', world.Executions.SelectMany(execution => execution.Path))}";
        meanwhile.Count.ShouldBe(actors.Length, schedule);
        record.Outcome.ShouldNotBeNull(schedule);
        (record.Outcome == DeploymentOutcome.Succeeded).ShouldBe(record.Stop is null, schedule);
        // Nobody waited for the fifty hours after which a pause ends by itself.
        (record.CompleteTime!.Value - record.CreateTime).ShouldBeLessThan(TimeSpan.FromMinutes(3), schedule);
        world.ShouldHaveEnded(record.Outcome.Value);
        world.Alias().ShouldBe(record.Outcome == DeploymentOutcome.Succeeded ? "2" : "1", schedule);
        outcomes.Add(record.Outcome.Value);
        return interleaver;
    }

    // The wait is parked when the entry point has returned; nobody of the actors finds it otherwise.
    private static void StartWhenParked(DeploymentWorld world, Action start)
    {
        var entryPoint = world.Cloud.EntryPoint;
        var isStarted = false;
        world.Cloud.EntryPoint = async (name, payload) =>
        {
            var answer = await entryPoint(name, payload);
            if (name == "Bake" && !isStarted && (await world.RecordAsync()).Parked?.Kind is WaitKind.Pause or WaitKind.FinalBake)
            {
                isStarted = true;
                start();
            }

            return answer;
        };
    }

    private static async Task<bool> ActAsync(DeploymentWorld world, Interleaver interleaver, string actor)
    {
        // Whoever comes late finds what the others have made of it.
        await interleaver.GateAsync();
        try
        {
            await (actor switch
            {
                "stop" => world.StopAsync(),
                "continue" => world.ContinueAsync(),
                _ => world.TellAlarmAsync("errors"),
            });
            return true;
        }
        catch (DeploymentAlreadyCompletedException)
        {
            return false;
        }
        catch (Platform.Protocol.ApiException e) when (actor == "continue" && e.Code == "DeploymentIsNotInReadyStateException")
        {
            // Another has ended the pause.
            return false;
        }
    }
}
