using System.Text;
using System.Text.Json;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Runtime;

namespace Sluice.Local.Tests.Cloud.Functions;

/// <summary>The end of a function's log, which a caller may ask for.</summary>
public sealed class TailTests
{
    private static readonly PoolLimits Single = new() { Processes = 1, Initialisation = TimeSpan.FromSeconds(60), Queue = TimeSpan.FromSeconds(60), Drain = TimeSpan.Zero };

    [Fact]
    public async Task A_caller_is_given_no_line_of_another_request()
    {
        await using var cloud = new CloudUnderTest { Pools = Single };
        await cloud.StartAsync();
        await cloud.CreateAsync();
        for (var time = 0; time < 10; time++)
        {
            await cloud.InvokeAsync(new { @do = "say", text = "of another", times = 500 });
            var log = (await TailAsync(cloud, new { @do = "say", text = "own" })).LogTail!;

            log.ShouldNotContain("of another");
            log.Split('\n')[1..3].ShouldBe(["own", "own"]);
        }
    }

    [Fact]
    public async Task What_a_function_writes_after_its_answer_is_in_nobodys_tail()
    {
        await using var cloud = new CloudUnderTest { Pools = Single };
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var go = Path.Combine(cloud.Meeting, "go");
        await cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "say-later", ["text"] = "of another", ["for"] = go });
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        while (!File.Exists(go + ".said"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        (await TailAsync(cloud, new { })).LogTail!.ShouldNotContain("of another");
    }

    [Fact]
    public async Task The_log_file_has_each_request_in_order()
    {
        await using var cloud = new CloudUnderTest { Pools = Single };
        var services = await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.InvokeAsync(new { @do = "say", text = "first", times = 50 });
        await cloud.InvokeAsync(new { @do = "say", text = "second", times = 50 });
        await services.DisposeAsync();

        var lines = await File.ReadAllLinesAsync(Path.Combine(cloud.DataFolder, "logs", "functions", "shop.log"), TestContext.Current.CancellationToken);

        var said = lines.Select(line => line.Split("[$LATEST] ")[1].Split(' ')[0]).ToList();
        said.ShouldBe(["START", .. Enumerable.Repeat("first", 100), "END", "REPORT", "START", .. Enumerable.Repeat("second", 100), "END", "REPORT"]);
    }

    [Fact]
    public async Task A_machine_that_asks_for_the_log_is_given_it()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();
        var parameters = new { FunctionName = "shop", LogType = "Tail", Payload = new { @do = "say", text = "three left" } };

        var sdk = await cloud.LambdaAsync("invoke", parameters);
        var optimised = await cloud.CallAsync("arn:aws:states:::lambda:invoke", parameters);

        Decoded((string)sdk["LogResult"]!).ShouldContain("\nthree left\n");
        Decoded((string)optimised["LogResult"]!).ShouldContain("\nthree left\n");
        (await cloud.LambdaAsync("invoke", parameters with { LogType = "None" }))["LogResult"].ShouldBeNull();
    }

    [Fact]
    public async Task A_process_that_ends_tells_its_last_words()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var result = await TailAsync(cloud, new { @do = "exit" });

        result.LogTail!.ShouldContain("\ncannot go on\n");
        result.LogTail!.ShouldContain($"\nRequestId: {result.RequestId} Error: Runtime exited with error: exit status 3\nRuntime.ExitError\nEND RequestId: {result.RequestId}\n");
        result.LogTail!.ShouldEndWith("\tStatus: error\tError Type: Runtime.ExitError\n");
    }

    [Fact]
    public async Task The_error_of_a_process_that_ended_has_no_line_of_another_request()
    {
        await using var cloud = new CloudUnderTest { Pools = Single };
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.InvokeAsync(new { @do = "say", text = "of another", times = 3 });

        var error = (string)(await cloud.InvokeAsync(new { @do = "exit" })).Payload["errorMessage"]!;

        error.ShouldEndWith("Error: Runtime exited with error: exit status 3\ncannot go on");
    }

    [Fact]
    public async Task A_request_whose_time_is_over_says_so_in_its_log()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 1);

        var result = await TailAsync(cloud, new { @do = "hang" });

        result.LogTail!.ShouldMatch($"\n[0-9T:.-]+Z {result.RequestId} Task timed out after 1\\.00 seconds\n\nEND RequestId: {result.RequestId}\nREPORT .*\tStatus: timeout\n\\z");
    }

    [Fact]
    public async Task Of_a_process_that_does_not_start_the_caller_is_given_what_it_has_said()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "exit" });

        var log = (await TailAsync(cloud, new { })).LogTail!;

        log.ShouldStartWith("there is no database\nINIT_REPORT Init Duration: ");
        log.ShouldContain("\tPhase: init\tStatus: error\tError Type: Runtime.ExitError\nSTART RequestId: ");
    }

    private static string Decoded(string log) => Encoding.UTF8.GetString(Convert.FromBase64String(log));

    private static Task<InvocationResult> TailAsync(CloudUnderTest cloud, object payload) =>
        cloud.Services.Functions.InvokeAsync(new InvocationRequest("shop", null, JsonSerializer.SerializeToUtf8Bytes(payload)) { Tail = true });
}
