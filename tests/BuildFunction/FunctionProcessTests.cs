using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.BuildFunction.Tests;

/// <summary>The function's own process, as Lambda starts it from the image.</summary>
public sealed class FunctionProcessTests : IAsyncLifetime
{
    private static readonly TimeSpan _quarter = TimeSpan.FromMinutes(15);
    private static readonly string _program = typeof(FunctionProcessTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Program").Value!;
    private readonly TemporaryFolder _data = new();
    private RuntimeApiServer? _api;
    private Process? _function;
    private Task<string>? _log;

    private RuntimeApiServer Api => _api!;

    private string Scratch => Path.Combine(_data.Path, "scratch");

    private FileObjectStore Objects => new(Path.Combine(_data.Path, "objects"));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _api = await RuntimeApiServer.StartAsync();

    [Fact]
    public async Task A_build_is_run_with_the_variables_that_the_machine_tells_and_answered_when_it_has_ended()
    {
        Start();

        (await InvokeAsync("b1", "echo building; test \"$HOME\" = \"" + Scratch + "/home\" && touch \"$HOME/mine\"")).ShouldBe("invocation/r-1/response null");

        (await ResultAsync("b1")).Status.ShouldBe(BuildStatus.Succeeded, await LogAsync());
        (await LogAsync()).ShouldContain("\nbuilding\n");
    }

    [Fact]
    public async Task A_build_that_failed_is_no_failure_of_the_function()
    {
        Start();

        (await InvokeAsync("b1", "exit 3")).ShouldBe("invocation/r-1/response null");

        (await ResultAsync("b1")).Status.ShouldBe(BuildStatus.Failed);
    }

    /// <summary>Lambda keeps a process for the next invocation, whosever that is.</summary>
    [Fact]
    public async Task The_next_build_finds_nothing_of_the_one_before()
    {
        Start();
        await InvokeAsync("b1", $"echo secret > \"{Scratch}/left\"; mkdir -p \"$HOME/.deps/locked\"; touch \"$HOME/.deps/locked/a\"; chmod 500 \"$HOME/.deps/locked\"; (sleep 300 &) ; echo begun");

        await InvokeAsync("b2", $"ls -A \"{Scratch}\" | grep -v '^sluice-build-' | tr '\\n' ' '; ls -A \"$HOME\" | wc -l; cat \"{Scratch}/left\"");

        (await ResultAsync("b1")).Status.ShouldBe(BuildStatus.Succeeded);
        (await ResultAsync("b2")).Status.ShouldBe(BuildStatus.Failed);
        (await LogAsync()).ShouldContain("\nhome 0\n");
    }

    [Fact]
    public async Task Commands_do_not_take_themselves_for_a_function()
    {
        Start();

        await InvokeAsync("b1", "env | grep -E '^(AWS_LAMBDA_|LAMBDA_|_HANDLER|_X_AMZN|ANNOTATIONS|SLUICE_)' || echo none of them; echo region $AWS_REGION");

        (await LogAsync()).ShouldContain("\nnone of them\nregion eu-west-1\n");
    }

    [Fact]
    public async Task Before_the_functions_time_is_over_the_build_is_ended_and_says_so()
    {
        Start();

        (await InvokeAsync("b1", "sleep 300", TimeSpan.FromSeconds(32))).ShouldBe("invocation/r-1/response null");

        (await ResultAsync("b1")).Status.ShouldBe(BuildStatus.TimedOut);
    }

    [Fact]
    public async Task A_build_sees_that_it_is_to_stop_in_the_answers_to_its_progress()
    {
        Start();
        Api.Stops = true;

        (await InvokeAsync("b1", "sleep 300")).ShouldBe("invocation/r-1/response null");

        (await ResultAsync("b1")).Status.ShouldBe(BuildStatus.Stopped);
    }

    [Theory]
    [InlineData("""{"environment": [{"Name": "SLUICE_JOB", "Value": "suite/none/job.json"}]}""", "The build's program ended with exit code 1; the function's log says why.")]
    [InlineData("""{"environment": []}""", "The build's program ended with exit code 2; the function's log says why.")]
    public async Task What_keeps_the_program_from_building_is_an_error_of_the_function(string payload, string message)
    {
        Start();

        var (path, body) = await Api.InvokeAsync(payload, _quarter, _function!);

        (path, (string?)body!["errorType"], (string?)body["errorMessage"]).ShouldBe(("invocation/r-1/error", "BuildProgramException", message));
    }

    [Fact]
    public async Task Without_a_folder_of_its_own_it_empties_none()
    {
        Start(start => start.Environment.Remove("SLUICE_SCRATCH"));

        var (_, body) = await Api.InvokeAsync("""{"environment": []}""", _quarter, _function!);

        ((string?)body!["errorMessage"]).ShouldBe("SLUICE_SCRATCH is missing; expected a folder that is the function's alone, whose content is deleted");
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await Api.DisposeAsync();
        _data.Dispose();
    }

    private async Task<string> InvokeAsync(string build, string command, TimeSpan? time = null)
    {
        var job = new BuildJob
        {
            BuildId = $"shop:{build}", BuildArn = $"arn:aws:codebuild:eu-west-1:123456789012:build/shop:{build}", BuildNumber = 1, Initiator = "me", Output = new ObjectRef("suite", $"builds/{build}"),
            TimeoutSeconds = 3600, Source = new JobSource { Kind = JobSourceKind.None }, ProgressSecret = "secret", Image = "aws/codebuild/amazonlinux-x86_64-lambda-standard:dotnet8",
            Buildspec = JsonSerializer.Serialize(new { version = 0.2, phases = new { build = new { commands = new[] { command } } } }),
        };
        await Objects.PutAsync(job.Output with { Key = $"{job.Output.Key}/{RunnerVariables.JobName}" }, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(job, SluiceJson.Options)), Cancellation);
        var told = new JsonObject { ["environment"] = new JsonArray(new JsonObject { ["Name"] = RunnerVariables.Job, ["Value"] = $"suite/builds/{build}/{RunnerVariables.JobName}" }) };
        var (path, body) = await Api.InvokeAsync(told.ToJsonString(), time ?? _quarter, _function!);
        return $"{path} {body?.ToJsonString() ?? "null"}";
    }

    private async Task<BuildResult> ResultAsync(string build)
    {
        await using var content = await Objects.OpenAsync(new ObjectRef("suite", $"builds/{build}/{RunnerVariables.ResultName}"), Cancellation);
        return (await JsonSerializer.DeserializeAsync<BuildResult>(content, SluiceJson.Options, Cancellation))!;
    }

    private void Start(Action<ProcessStartInfo>? edit = null)
    {
        var start = new ProcessStartInfo("dotnet", [_program]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false };
        foreach (var (name, value) in new[]
        {
            ("AWS_LAMBDA_RUNTIME_API", Api.Authority), ("AWS_LAMBDA_FUNCTION_NAME", "sluice-build"), ("LAMBDA_TASK_ROOT", "/var/task"), ("_HANDLER", "none"), ("ANNOTATIONS_HANDLER", "RunBuild"), ("AWS_REGION", "eu-west-1"),
            (RunnerVariables.Objects, "file:" + Path.Combine(_data.Path, "objects")), (RunnerVariables.Api, Api.Address), ("SLUICE_SCRATCH", Scratch),
        })
        {
            start.Environment[name] = value;
        }

        edit?.Invoke(start);
        _function = Process.Start(start)!;
        _log = _function.StandardOutput.ReadToEndAsync(Cancellation);
    }

    /// <summary>All that it printed, for which it is ended.</summary>
    private async Task<string> LogAsync()
    {
        await EndAsync();
        return await _log!;
    }

    private async Task EndAsync()
    {
        if (_function is { HasExited: false } running)
        {
            running.Kill();
            await running.WaitForExitAsync(CancellationToken.None);
        }
    }
}
