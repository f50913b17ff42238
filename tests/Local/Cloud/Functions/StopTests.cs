using System.Text.Json;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.Tests.Cloud.Processes;

namespace Sluice.Local.Tests.Cloud.Functions;

/// <summary>What becomes of functions when the suite stops.</summary>
public sealed class StopTests
{
    private static readonly PoolLimits Patient = new() { Initialisation = TimeSpan.FromMinutes(1), Queue = TimeSpan.FromMinutes(1), Drain = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData("wait", null)]
    [InlineData("wait-and-throw", "Unhandled")]
    public async Task A_request_under_way_is_answered_first_well_or_with_the_functions_error(string behaviour, string? error)
    {
        await using var cloud = new CloudUnderTest { Pools = Patient };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var busy = await BusyAsync(cloud, behaviour);

        var stop = services.DisposeAsync().AsTask();
        (await Should.ThrowAsync<TaskFailedException>(() => cloud.InvokeAsync(new { }))).Error.ShouldBe("Lambda.ServiceException");
        await GoAsync(cloud);
        await stop;

        (await busy).Result.FunctionError.ShouldBe(error);
    }

    [Fact]
    public async Task A_request_that_takes_longer_than_the_stop_waits_is_to_be_made_again()
    {
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var busy = await BusyAsync(cloud, "wait");

        await services.DisposeAsync();

        (await Should.ThrowAsync<TaskFailedException>(() => busy)).Error.ShouldBe("Lambda.ServiceException");
    }

    [Fact]
    public async Task The_time_for_requests_under_way_counts_from_when_the_suite_began_to_stop()
    {
        await using var cloud = new CloudUnderTest { Pools = Patient with { Drain = TimeSpan.FromMilliseconds(1) } };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var busy = await BusyAsync(cloud, "wait");
        services.Stopping();

        await services.DisposeAsync();

        (await Should.ThrowAsync<TaskFailedException>(() => busy)).Error.ShouldBe("Lambda.ServiceException");
    }

    [Fact]
    public async Task Processes_hear_that_they_are_to_end_and_have_time_for_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        var stopped = Path.Combine(cloud.Meeting, "stopped");
        var process = (string)(await cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "note-stop", ["file"] = stopped })).Payload["process"]!;

        await services.DisposeAsync();

        File.Exists(stopped).ShouldBeTrue();
        HostProcess.IdOf(process).ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_does_not_want_to_end_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no SIGTERM on Windows.");
        await using var cloud = new CloudUnderTest();
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        var process = (string)(await cloud.InvokeAsync(new { @do = "ignore-stop" })).Payload["process"]!;

        await services.DisposeAsync();

        HostProcess.IdOf(process).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_waits_for_a_process_that_does_not_start()
    {
        await using var cloud = new CloudUnderTest { Pools = Patient with { Initialisation = TimeSpan.FromHours(1), Drain = TimeSpan.FromHours(1) } };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "hang" });
        var waits = cloud.InvokeAsync(new { });
        while (Directory.GetFiles(Path.Combine(cloud.DataFolder, "processes")).Length == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await services.DisposeAsync();

        (await Should.ThrowAsync<TaskFailedException>(() => waits)).Error.ShouldBe("Lambda.ServiceException");
    }

    [Fact]
    public async Task An_event_that_is_answered_while_the_suite_stops_is_not_made_again()
    {
        await using var cloud = new CloudUnderTest { Pools = Patient };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        await services.Functions.InvokeAsync(new InvocationRequest("shop", null, JsonSerializer.SerializeToUtf8Bytes(Waiting(cloud, "wait"))) { Type = InvocationType.Event });
        await UntilBusyAsync(cloud, Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken));

        var stop = services.DisposeAsync().AsTask();
        await GoAsync(cloud);
        await stop;

        Directory.GetFiles(Path.Combine(cloud.DataFolder, "functions", "events")).ShouldBeEmpty();
    }

    private static Dictionary<string, string> Waiting(CloudUnderTest cloud, string behaviour) =>
        new() { ["do"] = behaviour, ["folder"] = Directory.CreateDirectory(Path.Combine(cloud.Meeting, "at-work")).FullName, ["for"] = Path.Combine(cloud.Meeting, "go") };

    private static async Task<Task<(InvocationResult Result, System.Text.Json.Nodes.JsonNode Payload)>> BusyAsync(CloudUnderTest cloud, string behaviour)
    {
        var busy = cloud.InvokeAsync(Waiting(cloud, behaviour));
        await UntilBusyAsync(cloud, busy);
        return busy;
    }

    private static async Task UntilBusyAsync(CloudUnderTest cloud, Task answer)
    {
        while (Directory.GetFiles(Path.Combine(cloud.Meeting, "at-work")).Length == 0 && !answer.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static Task GoAsync(CloudUnderTest cloud) => File.WriteAllTextAsync(Path.Combine(cloud.Meeting, "go"), "", TestContext.Current.CancellationToken);
}
