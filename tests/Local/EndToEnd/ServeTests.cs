using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.EndToEnd;

public sealed class ServeTests(SamplePackages packages) : IDisposable
{
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task Rolls_out_what_is_committed_and_ends_cleanly()
    {
        _repository.CommitPackage(packages.Good);
        await using (var serve = SluiceProcess.Start("serve", "--data", _repository.Data, "--repository", _repository.Path, "--too-few", "continue", "--too-few-wait", "0s"))
        {
            (await serve.LineAsync("listening on")).ShouldStartWith("listening on http://127.0.0.1:");
            (await serve.LineAsync("curl -s")).ShouldMatch(@"^  curl -s -d '\{\}' http://127\.0\.0\.1:\d+/2015-03-31/functions/fn:live/invocations$");
            await serve.LineAsync("Succeeded");
            serve.Output.ShouldContain("repository | [BUILD] Running command");

            var (exit, _, errors) = await SluiceProcess.RunAsync("serve", "--data", _repository.Data);
            exit.ShouldBe(2);
            errors.ShouldContain($"process {serve.Id}");

            await serve.SignalAsync("TERM");
            (await serve.ExitAsync()).ShouldBe(0, serve.Output + serve.Errors);
            serve.Output.ShouldContain("stopping; what goes on is recorded, and goes on when serve is started again with this data folder");
        }

        await using var later = SluiceProcess.Start("serve", "--data", _repository.Data);
        (await later.LineAsync("Watching")).ShouldEndWith($"repository: branch main of {_repository.Path}");
        await later.LineAsync("listening on");
        later.Output.ShouldContain("functions/fn:live/invocations");
        _repository.CommitPackage(packages.Better);
        await later.LineAsync("10 %: 0 of the 5 requests that are needed came to version 2; it goes on without knowing, as was chosen");
        await later.LineAsync("Succeeded");
    }

    [Fact]
    public async Task Settings_that_are_meant_for_the_users_own_server_open_no_other_port()
    {
        await using var serve = SluiceProcess.StartWith("Kestrel__Endpoints__Mine__Url", "http://127.0.0.1:0", "serve", "--data", _repository.Data);
        await serve.LineAsync("listening on http://127.0.0.1:");
        await serve.SignalAsync("TERM");
        (await serve.ExitAsync()).ShouldBe(0, serve.Output + serve.Errors);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_stop_answers_a_request_under_way_and_functions_hear_that_they_are_to_end(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        var meeting = Meeting();
        await using var serve = Serve(SlowPackage(meeting));
        using var http = new HttpClient();
        var busy = await BeginAsync(serve, http, meeting);

        await serve.SignalAsync(signal);
        await serve.LineAsync("stopping");
        await File.WriteAllTextAsync(Path.Combine(meeting, "go"), "", TestContext.Current.CancellationToken);

        using var answer = await busy;
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"served":true}""");
        (await serve.ExitAsync()).ShouldBe(0, serve.Output + serve.Errors);
        File.Exists(Path.Combine(meeting, "stopped")).ShouldBeTrue();
        Directory.Delete(meeting, recursive: true);
    }

    [Fact]
    public async Task A_second_signal_waits_for_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such signals on Windows.");
        var meeting = Meeting();
        await using var serve = Serve(SlowPackage(meeting));
        using var http = new HttpClient();
        var busy = await BeginAsync(serve, http, meeting);

        await serve.SignalAsync("TERM");
        await serve.LineAsync("Ctrl-C again quits at once");
        await serve.SignalAsync("TERM");

        (await serve.ExitAsync()).ShouldBe(130, serve.Output + serve.Errors);
        serve.Errors.ShouldContain("Quit at once. What is recorded in the data folder goes on");
        await Should.ThrowAsync<HttpRequestException>(busy);
        File.Exists(Path.Combine(meeting, "go")).ShouldBeFalse();
        Directory.Delete(meeting, recursive: true);
    }

    [Fact]
    public async Task A_branch_that_is_moved_back_over_a_version_that_bakes_is_what_ends_live_and_can_be_started_again()
    {
        var good = _repository.CommitPackage(packages.Good);
        await using var serve = SluiceProcess.Start("serve", "--data", _repository.Data, "--repository", _repository.Path, "--alarm", "none");
        (await serve.LineAsync("Watching")).ShouldContain("branch main of");
        await serve.LineAsync("Succeeded");
        _repository.CommitPackage(packages.Better);
        await serve.LineAsync("10 %");

        Git.Run(_repository.Path, "reset", "--quiet", "--hard", good);
        await serve.LineAsync($"succeeded: {good} A change");
        await serve.LineAsync("version 2 100 %");
        await serve.LineAsync("version 3 100 %");
        await serve.LineAsync("Succeeded");

        var (exit, output, errors) = await SluiceProcess.RunAsync("start", _repository.Path, "--data", _repository.Data);
        exit.ShouldBe(0, errors);
        output.ShouldContain("is started");
        await serve.LineAsync("nothing to shift");
    }

    [Fact]
    public async Task Another_branch_that_is_checked_out_is_not_released()
    {
        _repository.CommitPackage(packages.Good);
        await using var serve = SluiceProcess.Start("serve", "--data", _repository.Data, "--repository", _repository.Path);
        await serve.LineAsync("Succeeded");
        Git.Run(_repository.Path, "checkout", "--quiet", "-b", "experiment");
        _repository.CommitPackage(packages.Better);
        Git.Run(_repository.Path, "checkout", "--quiet", "main");
        var later = _repository.Commit();

        await serve.LineAsync($"succeeded: {later} A change");
        await serve.LineAsync("nothing to shift");
        serve.Output.Split('\n').Count(line => line.Contains("started, execution", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory]
    [InlineData("--branch=a..b", "is no name that git allows")]
    [InlineData("--branch=main --repository=https://user:hunter2@example.com/a.git", "has a user or password in it")]
    [InlineData("--repository=ssh://example.com/a.git", "is an SSH address")]
    public async Task Wrong_arguments_are_told_in_words_and_nothing_is_started(string arguments, string expected)
    {
        var (exit, _, errors) = await SluiceProcess.RunAsync(["serve", "--data", _repository.Data, "--repository", _repository.Path, .. arguments.Split(' ')]);

        exit.ShouldBe(2);
        errors.ShouldContain(expected);
        errors.ShouldNotContain("hunter2");
        errors.ShouldNotContain("   at ");
        Directory.Exists(_repository.Data).ShouldBeFalse();
    }

    public void Dispose() => _repository.Dispose();

    /// <summary>Where the test and its function see each other's files.</summary>
    private string Meeting() => Directory.CreateDirectory($"/var/tmp/{Path.GetFileName(Path.GetDirectoryName(_repository.Path))}").FullName;

    private SluiceProcess Serve(string package)
    {
        _repository.CommitPackage(package);
        return SluiceProcess.Start("serve", "--data", _repository.Data, "--repository", _repository.Path);
    }

    /// <summary>Sends a request, and comes back when the function is at it.</summary>
    private static async Task<Task<HttpResponseMessage>> BeginAsync(SluiceProcess serve, HttpClient http, string meeting)
    {
        var url = (await serve.LineAsync("curl -s")).Split(' ').Single(word => word.StartsWith("http", StringComparison.Ordinal));
        await serve.LineAsync("Succeeded");
        var busy = http.PostAsync(new Uri(url), new StringContent("{}"), TestContext.Current.CancellationToken);
        while (!File.Exists(Path.Combine(meeting, "at-work")) && !busy.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        return busy;
    }

    /// <summary>Answers once it may, and notes that it was asked to end.</summary>
    private string SlowPackage(string meeting)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_repository.Path)!, "slow")).FullName;
        var bootstrap = Path.Combine(folder, "bootstrap");
        File.WriteAllText(bootstrap, $$"""
            #!/bin/bash
            trap 'touch {{meeting}}/stopped; exit 0' TERM
            api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
            while true; do
              curl -sS -D /tmp/headers -o /tmp/event $api/next & wait $!
              id=$(tr -d '\r' < /tmp/headers | sed -n 's/^Lambda-Runtime-Aws-Request-Id: //Ip')
              [ "$id" ] || continue
              touch {{meeting}}/at-work
              until [ -e {{meeting}}/go ]; do sleep 0.02; done
              curl -sS -o /dev/null -d '{"served":true}' $api/$id/response
              : > /tmp/headers
            done
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(bootstrap, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }
}
