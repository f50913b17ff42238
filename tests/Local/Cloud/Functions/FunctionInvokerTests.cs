using Sluice.Local.Cloud.Functions.Runtime;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Functions;

public sealed class FunctionInvokerTests
{
    [Fact]
    public async Task Runs_a_dotnet_assembly_and_answers_what_it_answers()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var (result, payload) = await cloud.InvokeAsync(new { hello = "world" });

        result.StatusCode.ShouldBe(200);
        result.FunctionError.ShouldBeNull();
        result.ExecutedVersion.ShouldBe("$LATEST");
        ((string?)payload["request"]!["hello"]).ShouldBe("world");
        ((string?)payload["arn"]).ShouldBe("arn:aws:lambda:us-east-1:000000000000:function:shop");
    }

    [Fact]
    public async Task Runs_an_executable_bootstrap_with_the_mode_that_the_archive_gives_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A bootstrap here is a shell script.");
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        var code = await cloud.StoreAsync(TestPackages.Bootstrap());
        await cloud.LambdaAsync("createFunction", new { FunctionName = "shop", Runtime = "provided.al2023", Role = "arn:aws:iam::000000000000:role/r", Code = code });

        var (result, payload) = await cloud.InvokeAsync(new { n = 1 });

        result.FunctionError.ShouldBeNull();
        ((int)payload["request"]!["n"]!).ShouldBe(1);
    }

    [Fact]
    public async Task A_function_error_is_unhandled_with_the_functions_own_payload()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var (result, payload) = await cloud.InvokeAsync(new { @do = "throw" });

        result.FunctionError.ShouldBe("Unhandled");
        ((string?)payload["errorType"]).ShouldBe("OutOfStock");
        ((string?)(await cloud.InvokeAsync(new { n = 2 })).Payload["request"]!["n"]?.ToString()).ShouldBe("2");
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(1024 * 1024)]
    public async Task An_exception_that_a_runtime_sends_in_headers_too_reaches_the_caller_however_large_it_is(int size)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var (_, payload) = await cloud.InvokeAsync(new { @do = "throw-large", size });

        ((string?)payload["errorType"]).ShouldBe("OutOfStock");
    }

    [Fact]
    public async Task An_error_that_the_runtime_posts_while_it_starts_reaches_the_caller_as_posted()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "error" });

        var (result, payload) = await cloud.InvokeAsync(new { });

        result.FunctionError.ShouldBe("Unhandled");
        payload.ToJsonString().ShouldBe("""{"errorType":"NoConfiguration","errorMessage":"there is no table","stackTrace":["at Startup"]}""");
    }

    [Fact]
    public async Task A_start_that_takes_longer_than_Lambda_lets_it_is_made_once_more_in_the_functions_own_time()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Initialisation = TimeSpan.FromSeconds(1), Queue = TimeSpan.FromMilliseconds(500) } };
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "slow" }, timeout: 300);

        (await cloud.InvokeAsync(new { })).Result.FunctionError.ShouldBeNull();
        ((string?)(await cloud.PublishAsync())["State"]).ShouldBe("Active");
    }

    [Fact]
    public async Task A_start_that_takes_longer_than_the_function_may_is_a_timeout()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Initialisation = TimeSpan.FromMilliseconds(100) } };
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TEST_INIT = "hang" }, timeout: 1);

        var (_, payload) = await cloud.InvokeAsync(new { });

        ((string?)payload["errorType"]).ShouldBe("Sandbox.Timedout");
        ((string)payload["errorMessage"]!).ShouldEndWith("Task timed out after 1.00 seconds");
    }

    [Fact]
    public async Task A_process_that_dies_in_mid_request_is_an_exit_error_and_the_next_request_gets_another_process()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var (result, payload) = await cloud.InvokeAsync(new { @do = "exit" });

        result.FunctionError.ShouldBe("Unhandled");
        ((string?)payload["errorType"]).ShouldBe("Runtime.ExitError");
        ((string)payload["errorMessage"]!).ShouldContain("exit status 3");
        ((string)payload["errorMessage"]!).ShouldContain("cannot go on");
        (await cloud.InvokeAsync(new { })).Result.FunctionError.ShouldBeNull();
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_killed_and_says_so()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 3);

        var (result, payload) = await cloud.InvokeAsync(new { @do = "hang" });

        result.FunctionError.ShouldBe("Unhandled");
        ((string?)payload["errorType"]).ShouldBe("Sandbox.Timedout");
        ((string)payload["errorMessage"]!).ShouldEndWith("Task timed out after 3.00 seconds");
        (await cloud.InvokeAsync(new { })).Result.FunctionError.ShouldBeNull();
    }

    [Fact]
    public async Task A_process_has_one_request_at_a_time_and_requests_over_the_limit_are_refused_after_a_while()
    {
        await using var cloud = new CloudUnderTest { Pools = new PoolLimits { Processes = 1, Queue = TimeSpan.FromMilliseconds(500), Initialisation = TimeSpan.FromSeconds(60) } };
        await cloud.StartAsync();
        await cloud.CreateAsync();
        await cloud.PublishAsync();
        var meeting = Directory.CreateDirectory(Path.Combine(cloud.Meeting, "at-work")).FullName;
        var release = Path.Combine(cloud.Meeting, "go");
        var busy = cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "wait", ["folder"] = meeting, ["for"] = release }, "shop:1");

        var refused = await Should.ThrowAsync<TaskFailedException>(() => cloud.InvokeAsync(new { }, "shop:1"));
        await File.WriteAllTextAsync(release, "", TestContext.Current.CancellationToken);

        refused.Error.ShouldBe("Lambda.TooManyRequestsException");
        (await busy).Result.FunctionError.ShouldBeNull();
        (await cloud.InvokeAsync(new { }, "shop:1")).Result.FunctionError.ShouldBeNull();
    }

    [Fact]
    public async Task Ten_processes_serve_one_version_at_most_and_the_other_requests_wait_their_turn()
    {
        await using var cloud = new CloudUnderTest { Pools = new() { Initialisation = TimeSpan.FromMinutes(2), Queue = TimeSpan.FromMinutes(5) } };
        await cloud.StartAsync();
        await cloud.CreateAsync(timeout: 600);
        var meeting = Directory.CreateDirectory(Path.Combine(cloud.Meeting, "at-work")).FullName;
        var release = Path.Combine(cloud.Meeting, "go");
        var all = Enumerable.Range(0, 14).Select(_ => cloud.InvokeAsync(new Dictionary<string, string> { ["do"] = "wait", ["folder"] = meeting, ["for"] = release })).ToList();
        while (Directory.GetFiles(meeting).Length < 10 && !all.Exists(answer => answer.IsCompleted))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Directory.GetFiles(meeting).Length.ShouldBe(10);
        await File.WriteAllTextAsync(release, "", TestContext.Current.CancellationToken);
        var answers = await Task.WhenAll(all);

        answers.ShouldAllBe(answer => answer.Result.FunctionError == null);
        answers.Select(answer => (string)answer.Payload["process"]!).Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public async Task The_environment_is_lambdas_and_the_users_and_nothing_of_the_hosts()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync(variables: new { TABLE = "orders" });

        var environment = (await cloud.InvokeAsync(new { })).Payload["environment"]!.AsObject();

        environment.ToJsonString().ShouldNotContain("secret-of-the-host");
        ((string?)environment["TABLE"]).ShouldBe("orders");
        ((string?)environment["AWS_LAMBDA_FUNCTION_NAME"]).ShouldBe("shop");
        ((string?)environment["AWS_LAMBDA_FUNCTION_VERSION"]).ShouldBe("$LATEST");
        ((string?)environment["AWS_ENDPOINT_URL_CODEDEPLOY"]).ShouldBe("http://127.0.0.1:9");
        ((string?)environment["AWS_REGION"]).ShouldBe("us-east-1");
        ((string?)environment["_HANDLER"]).ShouldBe("Sluice.TestFunction");
        environment.Select(pair => pair.Key).Where(name => !IsExpected(name)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_asynchronous_invocation_is_accepted_at_once_and_a_dry_run_runs_nothing()
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();
        await cloud.CreateAsync();

        var dry = await cloud.LambdaAsync("invoke", new { FunctionName = "shop", InvocationType = "DryRun", Payload = new { @do = "exit" } });
        var asynchronous = await cloud.LambdaAsync("invoke", new { FunctionName = "shop", InvocationType = "Event", Payload = new { } });

        ((int)dry["StatusCode"]!).ShouldBe(204);
        ((int)asynchronous["StatusCode"]!).ShouldBe(202);
    }

    private static bool IsExpected(string name) =>
        name.StartsWith("AWS_", StringComparison.Ordinal) || name.StartsWith("DOTNET_", StringComparison.Ordinal) || name.StartsWith("LAMBDA_", StringComparison.Ordinal)
        || name is "PATH" or "HOME" or "TMPDIR" or "TZ" or "LANG" or "_HANDLER" or "TABLE" or "SLUICE_MARK" or "PWD" or "SHLVL" or "_" or "OLDPWD" or "SystemRoot" or "windir";
}
