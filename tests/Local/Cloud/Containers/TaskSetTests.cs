using System.Text.Json;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Tests.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Containers;

public sealed class TaskSetTests
{
    [Fact]
    public async Task Tasks_are_processes_behind_the_listener_with_a_port_of_their_own_and_none_of_the_hosts_secrets()
    {
        await using var shop = await Shop.StartAsync(desiredCount: 2);
        var set = await shop.CreateAsync(await shop.DefineAsync("one"), shop.Blue);
        await shop.SteadyAsync(set);

        (await shop.Balanced.GetAsync()).ShouldBe("one");
        var processes = new HashSet<string> { await shop.Balanced.GetAsync("process"), await shop.Balanced.GetAsync("process") };
        var variables = JsonSerializer.Deserialize<string[]>(await shop.Balanced.GetAsync("environment"))!;

        processes.Count.ShouldBe(2);
        variables.ShouldContain(variable => variable.StartsWith("PORT="));
        variables.ShouldContain("AWS_REGION=us-east-1");
        variables.ShouldNotContain(variable => variable.Contains("secret-of-the-host"));
        var shown = (await shop.TaskSetAsync(set))!;
        ((int)shown["RunningCount"]!).ShouldBe(2);
        ((int)shown["PendingCount"]!).ShouldBe(0);
        ((int)shown["ComputedDesiredCount"]!).ShouldBe(2);
        ((string?)shown["TaskDefinition"]).ShouldBe("arn:aws:ecs:us-east-1:000000000000:task-definition/shop:1");
        set.ShouldMatch("^arn:aws:ecs:us-east-1:000000000000:task-set/main/shop/ecs-svc/[0-9]{19}$");
        (await shop.Balanced.HealthAsync(shop.Blue)).ShouldAllBe(health => health.State == "healthy");
    }

    [Fact]
    public async Task A_replacement_takes_over_and_the_original_drains_ends_and_is_gone()
    {
        await using var shop = await Shop.StartAsync();
        var blue = await shop.CreateAsync(await shop.DefineAsync("one"), shop.Blue);
        await shop.CallAsync("updateServicePrimaryTaskSet", new { Cluster = "main", Service = "shop", PrimaryTaskSet = blue });
        var green = await shop.CreateAsync(await shop.DefineAsync("two"), shop.Green);
        await shop.SteadyAsync(blue);
        await shop.SteadyAsync(green);
        var process = await shop.Balanced.GetAsync("process");

        await shop.Balanced.WeighAsync((shop.Blue, 0), (shop.Green, 1));
        await shop.CallAsync("updateServicePrimaryTaskSet", new { Cluster = "main", Service = "shop", PrimaryTaskSet = green });
        (await shop.Balanced.GetAsync()).ShouldBe("two");
        (await shop.TaskSetsAsync()).Select(set => (string?)set["Status"]).ShouldBe(["ACTIVE", "PRIMARY"]);
        ((string?)(await shop.ServiceAsync())["TaskDefinition"]).ShouldEndWith("shop:2");
        (await shop.RefusalAsync("deleteTaskSet", new { Cluster = "main", Service = "shop", TaskSet = blue })).ShouldBe("Ecs.InvalidParameterException");
        await shop.OnAsync("updateTaskSet", blue, scale: new { Value = 0, Unit = "PERCENT" });
        await Shop.UntilAsync(async () => (int)(await shop.TaskSetAsync(blue))!["RunningCount"]! == 0);
        await shop.OnAsync("deleteTaskSet", blue, force: false);
        await Shop.UntilAsync(async () => await shop.TaskSetAsync(blue) is null);

        HostProcess.IdOf(process).ShouldBeNull();
        (await shop.Balanced.HealthAsync(shop.Blue)).ShouldBeEmpty();
        (await shop.Balanced.GetAsync()).ShouldBe("two");
    }

    [Fact]
    public async Task The_same_request_with_the_same_token_is_the_same_task_set_and_another_is_refused()
    {
        await using var shop = await Shop.StartAsync();
        var definition = await shop.DefineAsync("one");
        var first = await shop.CallAsync("createTaskSet", shop.Request(definition, shop.Blue, "d-1", scale: 0));

        var again = await shop.CallAsync("createTaskSet", shop.Request(definition, shop.Blue, "d-1", scale: 0));

        ((string?)again["TaskSet"]!["TaskSetArn"]).ShouldBe((string?)first["TaskSet"]!["TaskSetArn"]);
        ((string?)again["TaskSet"]!["ExternalId"]).ShouldBe("d-1");
        (await shop.TaskSetsAsync()).Count.ShouldBe(1);
        (await shop.RefusalAsync("createTaskSet", shop.Request(definition, shop.Green, "d-1", scale: 0))).ShouldBe("Ecs.InvalidParameterException");
    }

    [Fact]
    public async Task A_task_that_dies_is_replaced_and_told_of()
    {
        await using var shop = await Shop.StartAsync();
        var set = await shop.CreateAsync(await shop.DefineAsync("one"), shop.Blue);
        await shop.SteadyAsync(set);
        var process = await shop.Balanced.GetAsync("process");

        System.Diagnostics.Process.GetProcessById(HostProcess.IdOf(process)!.Value).Kill();
        await Shop.UntilAsync(async () => (await EventsAsync(shop)).Any(message => message.Contains("stopped by itself with the exit code")));
        await shop.SteadyAsync(set);

        (await shop.Balanced.GetAsync("process")).ShouldNotBe(process);
    }

    [Fact]
    public async Task A_task_set_that_fails_its_health_checks_is_not_steady_and_its_targets_say_why()
    {
        await using var shop = await Shop.StartAsync();
        var set = await shop.CreateAsync(await shop.DefineAsync("sick", new() { ["TEST_HEALTH"] = "418" }), shop.Green);

        await Shop.UntilAsync(async () => (await shop.Balanced.HealthAsync(shop.Green)).Any(health => health.Description == "Health checks failed with these codes: [418]"));

        ((string?)(await shop.TaskSetAsync(set))!["StabilityStatus"]).ShouldBe("STABILIZING");
    }

    [Fact]
    public async Task A_task_set_that_cannot_start_stays_pending_and_its_last_words_are_in_the_services_events()
    {
        await using var shop = await Shop.StartAsync();
        var set = await shop.CreateAsync(await shop.DefineAsync("none", new() { ["TEST_EXIT"] = "7" }), shop.Green);

        await Shop.UntilAsync(async () => (await EventsAsync(shop)).Any(message => message.Contains("exit code 7: there is no database")));

        ((string?)(await shop.TaskSetAsync(set))!["StabilityStatus"]).ShouldBe("STABILIZING");
    }

    [Fact]
    public async Task A_task_that_does_not_end_when_asked_is_killed_after_its_stop_timeout()
    {
        await using var shop = await Shop.StartAsync();
        var set = await shop.CreateAsync(await shop.DefineAsync("deaf", new() { ["TEST_DEAF"] = "1" }, stopTimeout: 1), shop.Blue);
        await shop.SteadyAsync(set);
        var process = await shop.Balanced.GetAsync("process");

        await shop.OnAsync("deleteTaskSet", set, force: true);
        ((string?)(await shop.TaskSetAsync(set))!["Status"]).ShouldBe("DRAINING");
        await Shop.UntilAsync(async () => await shop.TaskSetAsync(set) is null);

        HostProcess.IdOf(process).ShouldBeNull();
    }

    [Fact]
    public async Task A_task_that_is_just_starting_does_not_hold_up_the_end()
    {
        for (var i = 0; i < 3; i++)
        {
            var shop = await Shop.StartAsync();
            await shop.CreateAsync(await shop.DefineAsync("deaf", new() { ["TEST_DEAF"] = "1" }, stopTimeout: 120), shop.Blue);
            await shop.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task After_a_kill_the_processes_of_before_are_ended_and_the_task_set_starts_anew_behind_the_same_listener()
    {
        Assert.SkipWhen(ProcessGroup.Leader is null, "This system has no setsid, by which children are found.");
        await using var shop = await Shop.StartAsync();
        var set = await shop.CreateAsync(await shop.DefineAsync("one"), shop.Blue);
        await shop.SteadyAsync(set);
        var process = await shop.Balanced.GetAsync("process");
        await shop.Cloud.Services.DisposeAsync();

        await shop.Cloud.StartAsync();
        await shop.SteadyAsync(set);

        HostProcess.IdOf(process).ShouldBeNull();
        (await shop.Balanced.GetAsync()).ShouldBe("one");
    }

    [Theory]
    [InlineData(3, 50, 2)]
    [InlineData(3, 100, 3)]
    [InlineData(10, 0, 0)]
    [InlineData(10, 1, 1)]
    [InlineData(1000, 70, 700)]
    public void A_task_sets_part_of_the_desired_count_is_rounded_up(int desired, double percent, int expected) =>
        new Local.Cloud.Containers.Storage.TaskSetRecord(
            "", "", "", "ACTIVE", null, null, "", percent, [], [], default, default).DesiredCount(desired).ShouldBe(expected);

    private static async Task<IEnumerable<string>> EventsAsync(Shop shop) =>
        (await shop.ServiceAsync())["Events"]!.AsArray().Select(happened => (string)happened!["Message"]!);
}
