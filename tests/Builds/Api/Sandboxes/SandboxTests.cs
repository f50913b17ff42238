using System.Text.Json.Nodes;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Queueing;
using Sluice.Builds.Records;
using Sluice.Builds.Running;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Api.Sandboxes;

/// <summary>Sandboxes over the wire; the machine's and the program's part is played.</summary>
public sealed class SandboxTests : IDisposable
{
    private readonly BuildsApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sandbox_has_its_projects_settings_and_is_no_build()
    {
        await _api.CreateProjectAsync("web", "{'timeoutInMinutes':30,'autoRetryLimit':2}");
        var sandbox = await StartAsync();
        var job = await BeginAsync(sandbox);

        ((string)sandbox["status"]!, (string)sandbox["currentSession"]!["currentPhase"]!, (int)sandbox["timeoutInMinutes"]!).ShouldBe(("QUEUED", "QUEUED", 30));
        sandbox["arn"]!.ToString().ShouldBe($"arn:aws:codebuild:us-east-1:123456789012:sandbox/{sandbox["id"]}");
        (job.Mode, job.TimeoutSeconds).ShouldBe((JobMode.Sandbox, 1800));
        (await _api.CallAsync("ListBuilds"))["ids"]!.AsArray().ShouldBeEmpty();
        (await _api.CallAsync("BatchGetBuilds", $"{{'ids':['{sandbox["id"]}']}}"))["builds"]!.AsArray().ShouldBeEmpty();
        (await _api.CallAsync("StartBuild", "{'projectName':'web'}"))["build"]!["buildNumber"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task It_runs_its_commands_in_their_order_and_tells_what_they_came_to()
    {
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        var (first, second) = (await CommandAsync(sandbox, "make"), await CommandAsync(sandbox, "make test"));
        first["status"]!.ToString().ShouldBe("SUBMITTED");
        await BeginAsync(sandbox);

        (await ExchangeAsync(sandbox))["command"]!.ToString().ShouldBe("make");
        (await StatusesAsync(sandbox)).ShouldBe(["make IN_PROGRESS", "make test SUBMITTED"]);
        (await ExchangeAsync(sandbox, $"{{'id':'{first["id"]}','exitCode':0,'standardOutputContent':'built'}}"))["command"]!.ToString().ShouldBe("make test");
        (await ExchangeAsync(sandbox, $"{{'id':'{second["id"]}','exitCode':2,'standardErrContent':'no rule'}}"))["command"].ShouldBeNull();

        var told = (await _api.CallAsync("BatchGetCommandExecutions", $"{{'sandboxId':'{sandbox["arn"]}','commandExecutionIds':['{first["id"]}','{second["id"]}','nothing']}}"));
        told["commandExecutions"]!.AsArray().Select(one => $"{one!["status"]} {one["exitCode"]} {one["standardOutputContent"]}{one["standardErrContent"]}").ShouldBe(["SUCCEEDED 0 built", "FAILED 2 no rule"]);
        told["commandExecutionsNotFound"]!.AsArray().Select(id => id!.ToString()).ShouldBe(["nothing"]);
    }

    [Fact]
    public async Task A_command_is_handed_out_until_it_has_a_result_and_the_first_result_stays()
    {
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        var command = await CommandAsync(sandbox, "make");
        await BeginAsync(sandbox);

        (await ExchangeAsync(sandbox))["commandExecutionId"]!.ToString().ShouldBe(command["id"]!.ToString());
        (await ExchangeAsync(sandbox))["commandExecutionId"]!.ToString().ShouldBe(command["id"]!.ToString());
        await ExchangeAsync(sandbox, $"{{'id':'{command["id"]}','exitCode':0}}");
        await ExchangeAsync(sandbox, $"{{'id':'{command["id"]}','exitCode':1}}");
        await ExchangeAsync(sandbox, "{'id':'of another','exitCode':1}");

        (await StatusesAsync(sandbox)).ShouldBe(["make SUCCEEDED"]);
    }

    [Fact]
    public async Task A_sandbox_that_is_stopped_takes_its_commands_with_it()
    {
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        await BeginAsync(sandbox);
        await TellAsync(sandbox, "'currentPhase':'BUILD'");
        (await GetAsync(sandbox))["status"]!.ToString().ShouldBe("RUN_SANDBOX");
        await CommandAsync(sandbox, "sleep 1000");
        await CommandAsync(sandbox, "echo never");
        await ExchangeAsync(sandbox);

        (await _api.CallAsync("StopSandbox", $"{{'id':'{sandbox["arn"]}'}}"))["sandbox"]!["status"]!.ToString().ShouldBe("STOPPING");
        (await ExchangeAsync(sandbox))["command"].ShouldBeNull();
        await _api.Get<EndBuild>().RunAsync(new EndOfBuild(UuidOf(sandbox), new CaughtError("StopRecordedException")), Cancellation);

        var ended = await GetAsync(sandbox);
        (ended["status"]!.ToString(), ended["currentSession"]!["currentPhase"]!.ToString()).ShouldBe(("STOPPED", "COMPLETED"));
        ended["currentSession"]!["phases"]!.AsArray().Select(phase => $"{phase!["phaseType"]} {phase["phaseStatus"]}".TrimEnd())
            .ShouldBe(["SUBMITTED SUCCEEDED", "QUEUED SUCCEEDED", "PROVISIONING SUCCEEDED", "RUN_SANDBOX STOPPED", "COMPLETED"]);
        (await StatusesAsync(sandbox)).ShouldBe(["sleep 1000 STOPPED", "echo never STOPPED"]);
    }

    [Fact]
    public async Task While_it_takes_commands_a_terminal_can_be_opened_in_it()
    {
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        (await RefusedConnectionAsync(sandbox)).ShouldBe(NotConnected(sandbox));
        await BeginAsync(sandbox);
        await TellAsync(sandbox, "'currentPhase':'DOWNLOAD_SOURCE'");
        (await RefusedConnectionAsync(sandbox)).ShouldBe(NotConnected(sandbox));
        _api.Terminals.Asked.ShouldBeEmpty();

        await TellAsync(sandbox, "'currentPhase':'BUILD'");
        var session = (await _api.CallAsync("StartSandboxConnection", $"{{'sandboxId':'{sandbox["arn"]}'}}"))["ssmSession"]!;
        session.ToJsonString().ShouldBe("""{"sessionId":"session-1","streamUrl":"wss://stream","tokenValue":"token"}""");
        _api.Terminals.Asked.ShouldBe([UuidOf(sandbox)]);

        await _api.CallAsync("StopSandbox", $"{{'id':'{sandbox["id"]}'}}");
        (await RefusedConnectionAsync(sandbox)).ShouldBe(NotConnected(sandbox));
        _api.Terminals.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Where_there_are_no_terminals_it_is_not_connected()
    {
        _api.Terminals.HasAny = false;
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        await BeginAsync(sandbox);
        await TellAsync(sandbox, "'currentPhase':'BUILD'");

        (await RefusedConnectionAsync(sandbox)).ShouldBe(NotConnected(sandbox));
    }

    [Fact]
    public async Task One_whose_machine_is_lost_has_failed()
    {
        await _api.CreateProjectAsync("web");
        var sandbox = await StartAsync();
        await BeginAsync(sandbox);
        await _api.Get<EndBuild>().RunAsync(new EndOfBuild(UuidOf(sandbox), new CaughtError("WorkerLost")), Cancellation);

        (await GetAsync(sandbox))["status"]!.ToString().ShouldBe("FAILED");
        (await _api.CallAsync("ListSandboxes"))["ids"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sandboxes_are_listed_newest_first_in_pages_of_all_projects_or_of_one()
    {
        await _api.CreateProjectAsync("web");
        await _api.CreateProjectAsync("other");
        var ids = new List<string>();
        foreach (var project in new[] { "web", "other", "web" })
        {
            ids.Add((await StartAsync(project))["id"]!.ToString());
            _api.Time.Run(() => Task.Delay(TimeSpan.FromSeconds(1), _api.Time));
        }

        var page = await _api.CallAsync("ListSandboxes", "{'maxResults':2}");
        Ids(page).ShouldBe([ids[2], ids[1]]);
        Ids(await _api.CallAsync("ListSandboxes", $"{{'maxResults':2,'nextToken':'{page["nextToken"]}'}}")).ShouldBe([ids[0]]);
        Ids(await _api.CallAsync("ListSandboxes", "{'sortOrder':'ASCENDING'}")).ShouldBe(ids);
        Ids(await _api.CallAsync("ListSandboxesForProject", "{'projectName':'web'}")).ShouldBe([ids[2], ids[0]]);
    }

    [Fact]
    public async Task The_same_token_is_the_same_sandbox()
    {
        await _api.CreateProjectAsync("web");
        var first = (await _api.CallAsync("StartSandbox", "{'projectName':'web','idempotencyToken':'once'}"))["sandbox"]!;

        (await _api.CallAsync("StartSandbox", "{'projectName':'web','idempotencyToken':'once'}"))["sandbox"]!["id"]!.ToString().ShouldBe(first["id"]!.ToString());
        (await _api.RefusedAsync("StartBuild", "{'projectName':'web','idempotencyToken':'once'}")).Code.ShouldBe("InvalidInputException");
    }

    public void Dispose() => _api.Dispose();

    private static IReadOnlyList<string> Ids(JsonNode page) => [.. page["ids"]!.AsArray().Select(id => id!.ToString())];

    private static string UuidOf(JsonNode sandbox) => BuildIds.In(sandbox["id"]!.ToString())!;

    private async Task<JsonNode> StartAsync(string project = "web") => (await _api.CallAsync("StartSandbox", $"{{'projectName':'{project}'}}"))["sandbox"]!;

    private async Task<JsonNode> GetAsync(JsonNode sandbox) => (await _api.CallAsync("BatchGetSandboxes", $"{{'ids':['{sandbox["id"]}']}}"))["sandboxes"]![0]!;

    private Task<(string Code, string Message)> RefusedConnectionAsync(JsonNode sandbox) => _api.RefusedAsync("StartSandboxConnection", $"{{'sandboxId':'{sandbox["id"]}'}}");

    private static (string Code, string Message) NotConnected(JsonNode sandbox) =>
        ("InvalidInputException", $"Failed to start SSM session for sandbox {sandbox["arn"]}: codebuild:{UuidOf(sandbox)} is not connected.");

    private async Task<JsonNode> CommandAsync(JsonNode sandbox, string command) =>
        (await _api.CallAsync("StartCommandExecution", $"{{'sandboxId':'{sandbox["id"]}','command':'{command}','type':'SHELL'}}"))["commandExecution"]!;

    private async Task<IReadOnlyList<string>> StatusesAsync(JsonNode sandbox)
    {
        var listed = await _api.CallAsync("ListCommandExecutionsForSandbox", $"{{'sandboxId':'{sandbox["id"]}','sortOrder':'ASCENDING'}}");
        return [.. listed["commandExecutions"]!.AsArray().Select(one => $"{one!["command"]} {one["status"]}")];
    }

    private async Task<BuildJob> BeginAsync(JsonNode sandbox)
    {
        await _api.Get<BeginBuild>().RunAsync(new BuildRequest(UuidOf(sandbox), $"turn-{UuidOf(sandbox)}"), Cancellation);
        var record = await _api.Get<BuildStore>().GetAsync(UuidOf(sandbox), Cancellation);
        return _api.Objects.Read<BuildJob>(record.Output with { Key = $"{record.Output.Key}/job.json" });
    }

    private async Task<JsonNode> TellAsync(JsonNode sandbox, string more) => await AsProgramAsync("ReportBuildProgress", sandbox, more);

    private Task<JsonNode> ExchangeAsync(JsonNode sandbox, string finished = "null") => AsProgramAsync("ExchangeSandboxCommand", sandbox, $"'finished':{finished}");

    private async Task<JsonNode> AsProgramAsync(string operation, JsonNode sandbox, string more)
    {
        var secret = (await _api.Get<BuildStore>().GetAsync(UuidOf(sandbox), Cancellation)).ProgressSecret;
        return await _api.CallAsync(operation, $"{{'id':'{sandbox["id"]}','progressSecret':'{secret}',{more}}}");
    }
}
