using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Builds.Tests.Machine;
using Sluice.Local.StateMachines;
using Sluice.Platform.Actions;

namespace Sluice.Builds.Tests.Queueing;

/// <summary>Several builds on the real machine, more than may run at once.</summary>
public sealed class BuildTurnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly string[] Actions = ["one", "two", "three", "four"];

    [Fact]
    public async Task No_more_run_than_may_and_all_end_in_the_order_in_which_they_came()
    {
        using var world = new BuildWorld(atOnce: 2);
        var (running, most, order) = (0, 0, new List<string>());
        world.Program = async (task, stop) =>
        {
            most = Math.Max(most, ++running);
            order.Add(BuildWorld.BuildOf(task));
            await Task.Delay(TimeSpan.FromMinutes(3), world.Time, stop);
            running--;
        };

        Run(world, _ => Task.CompletedTask);

        most.ShouldBe(2);
        order.ShouldBe(Actions.Select(Id));
        await NobodyIsLeftAsync(world);
    }

    [Fact]
    public async Task One_that_waits_says_so_once()
    {
        using var world = new BuildWorld(atOnce: 2);
        world.Program = (_, stop) => Task.Delay(TimeSpan.FromMinutes(3), world.Time, stop);

        Run(world, _ => Task.CompletedTask);

        var told = (await world.Fixture.EventsAsync($"build-{Id("three")}-QUEUED")).ShouldHaveSingleItem();
        told.Attributes["detail"]!["message"]!.ToString().ShouldBe("waits for a build to end: 2 of 2 run");
        (await world.Fixture.EventsAsync($"build-{Id("one")}-QUEUED")).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_that_waits_can_be_stopped_and_does_not_run()
    {
        using var world = new BuildWorld(atOnce: 1);
        var order = new List<string>();
        world.Program = (task, stop) =>
        {
            order.Add(BuildWorld.BuildOf(task));
            return Task.Delay(TimeSpan.FromMinutes(3), world.Time, stop);
        };

        Run(world, async () =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), world.Time);
            await world.Fixture.StopAction.StopAsync(new ActionStop("CodeBuild", "shop", "run-1", "Build", "Compile", "two", "not that one", ActionService.Build));
        });

        order.ShouldBe([Id("one"), Id("three"), Id("four")]);
        (await world.Fixture.Store.GetAsync(Id("two"), Cancellation)).Status.ShouldBe(BuildStatus.Stopped);
        await NobodyIsLeftAsync(world);
    }

    [Fact]
    public async Task One_that_nobody_lets_in_is_timed_out_after_eight_hours()
    {
        using var world = new BuildWorld(atOnce: 1);
        world.Program = (_, stop) => Task.Delay(TimeSpan.FromMinutes(40), world.Time, stop);
        world.Time.Run(async () =>
        {
            // Holds its turn, and its machine never comes to an end.
            await world.Fixture.Start.RunAsync(BuildsFixture.Request(action: "stuck"));
            await world.Fixture.Begin.RunAsync(new Sluice.Builds.Running.BuildRequest(Id("stuck"), "nobody"));
            await world.Fixture.Start.RunAsync(BuildsFixture.Request(action: "one"));
            await world.Start(Id("one")).Completion;
        });

        var build = await world.Fixture.Store.GetAsync(Id("one"), Cancellation);
        build.Status.ShouldBe(BuildStatus.TimedOut);
        build.Message!.ShouldContain("waited for its turn");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_build_has_its_turn_wherever_a_Lambda_dies(bool after)
    {
        for (var (at, died) = (1, true); died; at++)
        {
            var crashes = new Crashes();
            using var world = new BuildWorld(atOnce: 1, inner => new CrashingTable(inner, crashes));
            var order = new List<string>();
            world.Program = (task, stop) =>
            {
                order.Add(BuildWorld.BuildOf(task));
                return Task.Delay(TimeSpan.FromMinutes(3), world.Time, stop);
            };
            Run(world, () =>
            {
                (crashes.At, crashes.After) = (crashes.Calls + at, after);
                return Task.CompletedTask;
            }, arm: true);

            died = crashes.Happened;
            order.ShouldBe(Actions.Select(Id), $"at write {at}");
            await NobodyIsLeftAsync(world);
        }
    }

    private static void Run(BuildWorld world, Func<Task> meanwhile, bool arm = false) => world.Time.Run(async () =>
    {
        foreach (var action in Actions)
        {
            await world.Fixture.Start.RunAsync(BuildsFixture.Request(action: action));
        }

        if (arm)
        {
            await meanwhile();
        }

        var machines = new List<Execution>();
        foreach (var action in Actions)
        {
            machines.Add(world.Start(Id(action)));
            await Task.Delay(TimeSpan.FromSeconds(20), world.Time);
        }

        await (arm ? Task.CompletedTask : meanwhile());
        await Task.WhenAll(machines.Select(machine => machine.Completion));
    });

    private static void Run(BuildWorld world, Func<BuildWorld, Task> meanwhile) => Run(world, () => meanwhile(world));

    private static async Task NobodyIsLeftAsync(BuildWorld world)
    {
        var queue = (await world.Fixture.Queue.GetAsync(Cancellation)).Value;
        queue.Running.ShouldBeEmpty();
        queue.Waiting.ShouldBeEmpty();
    }

    private static string Id(string action) => BuildIds.Of("shop", action);
}
