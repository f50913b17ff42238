using System.Diagnostics;
using Sluice.Local.Cloud.Processes;
using Sluice.Local.Tests.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class OrphanTests
{
    [Fact]
    public async Task Processes_that_a_killed_suite_left_are_ended_at_the_next_start_with_their_children()
    {
        Assert.SkipWhen(ProcessGroup.Leader is null, "This system has no setsid, by which children are found.");
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var (_, first) = await cloud.InvokeAsync(new { @do = "child" });
        var (function, child) = ((string)first["process"]!, (string)first["child"]!);
        HostProcess.IdOf(child).ShouldNotBeNull();

        // The old suite is still in this test's process, but has no part in what follows: its files are all that the new one knows.
        await cloud.StartAsync();

        HostProcess.IdOf(function).ShouldBeNull();
        HostProcess.IdOf(child).ShouldBeNull();
        Directory.GetFiles(Path.Combine(cloud.DataFolder, "processes")).ShouldBeEmpty();
        (await cloud.InvokeAsync(new { })).Result.FunctionError.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_only_has_the_same_id_is_left_alone()
    {
        await using var cloud = new CloudUnderTest();
        using var stranger = Process.Start("sleep", "600");
        var ledger = new ProcessLedger(Path.Combine(cloud.DataFolder, "processes"), Isolation.Marks("the test says so"), TimeProvider.System);
        ledger.Add(new ProcessRecord(stranger.Id, "1@another-boot", IsGroup: false));

        await cloud.StartAsync();

        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task All_processes_end_with_the_suite()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        var process = (string)(await cloud.InvokeAsync(new { })).Payload["process"]!;

        await services.DisposeAsync();

        HostProcess.IdOf(process).ShouldBeNull();
    }

    [Fact]
    public async Task Idle_processes_end_but_one_of_a_version_that_an_alias_points_to()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Idle = TimeSpan.Zero } };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "1" });
        var kept = (string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]!;
        var ended = (string)(await cloud.InvokeAsync(new { })).Payload["process"]!;

        while (HostProcess.IdOf(ended) is not null)
        {
            services.SweepIdleProcesses();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        ((string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]!).ShouldBe(kept);
    }

    [Fact]
    public async Task An_alias_on_LATEST_keeps_no_process_of_code_that_was_replaced()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.LambdaAsync("createAlias", new { FunctionName = "shop", Name = "live", FunctionVersion = "$LATEST" });
        var replaced = new List<string>();
        for (var update = 0; update < 3; update++)
        {
            replaced.Add((string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]!);
            await cloud.UpdateCodeAsync($"{update}");
        }

        var kept = (string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]!;
        while (replaced.Exists(process => HostProcess.IdOf(process) is not null))
        {
            services.SweepIdleProcesses();
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        ((string)(await cloud.InvokeAsync(new { }, "shop:live")).Payload["process"]!).ShouldBe(kept);
    }

    [Fact]
    public async Task A_request_under_way_is_answered_by_the_code_that_was_replaced_meanwhile()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var busy = cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "wait", ["folder"] = cloud.Meeting, ["for"] = Path.Combine(cloud.Meeting, "go") });
        while (Directory.GetFiles(cloud.Meeting).Length == 0 && !busy.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await cloud.UpdateCodeAsync("second");
        await cloud.InvokeAsync(new { });
        services.SweepIdleProcesses();
        await File.WriteAllTextAsync(Path.Combine(cloud.Meeting, "go"), "", TestContext.Current.CancellationToken);

        var (answer, payload) = await busy;
        answer.FunctionError.ShouldBeNull();
        while (HostProcess.IdOf((string)payload["process"]!) is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
