using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Queueing;
using Sluice.Builds.Running;
using Sluice.Builds.Tests.World;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Builds.Tests.Api.Builds;

/// <summary>Builds over the wire; the machine's and the program's part is played.</summary>
public sealed class BuildTests : IDisposable
{
    private readonly BuildsApi _api = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_is_its_projects_settings_with_what_the_request_says_over_them()
    {
        await _api.CreateProjectAsync("web", "{'source':{'type':'GITHUB','location':'https://github.com/a/b.git','gitCloneDepth':1},'sourceVersion':'main','timeoutInMinutes':30,"
            + "'environment':{'type':'LINUX_CONTAINER','image':'local','computeType':'BUILD_GENERAL1_SMALL','environmentVariables':[{'name':'A','value':'project'},{'name':'B','value':'project'}]}}");

        var build = await StartAsync("{'projectName':'web','sourceVersion':'v1','buildspecOverride':'ci.yml','environmentVariablesOverride':[{'name':'A','value':'request'},{'name':'P','value':'/p','type':'PARAMETER_STORE'}]}");
        var job = await BeginAsync(build);

        ((string)build["buildStatus"]!, (string)build["currentPhase"]!, (long)build["buildNumber"]!).ShouldBe(("IN_PROGRESS", "QUEUED", 1));
        build["arn"]!.ToString().ShouldBe($"arn:aws:codebuild:us-east-1:123456789012:build/{build["id"]}");
        (job.Source.Repository, job.Source.Version, job.Source.CloneDepth, job.Buildspec, job.TimeoutSeconds).ShouldBe(("https://github.com/a/b.git", "v1", 1, "ci.yml", 1800));
        job.Environment.ShouldBe([new JobVariable("B", "project"), new JobVariable("A", "request"), new JobVariable("P", "/p") { Kind = JobVariableKind.ParameterStore }]);
        job.Logs.ShouldBe(new JobLogs("/aws/codebuild/web", UuidOf(build)));
        (await StartAsync("{'projectName':'web'}"))["buildNumber"]!.GetValue<long>().ShouldBe(2);
    }

    [Fact]
    public async Task What_is_kept_in_secrets_manager_is_named_to_the_program_and_not_read_here()
    {
        const string secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:host-abcdef";
        await _api.CallAsync("ImportSourceCredentials", $"{{'serverType':'GITHUB','authType':'SECRETS_MANAGER','token':'{secret}'}}");
        await _api.CreateProjectAsync("web", "{'source':{'type':'GITHUB','location':'https://github.com/a/b.git'},'environment':{'type':'LINUX_CONTAINER','image':'registry.example.com/tools:1','computeType':'BUILD_GENERAL1_SMALL',"
            + "'registryCredential':{'credential':'registry','credentialProvider':'SECRETS_MANAGER'},'imagePullCredentialsType':'SERVICE_ROLE'}}");

        var job = await BeginAsync(await StartAsync("{'projectName':'web'}"));

        (job.Source.Credential, job.RegistryCredential).ShouldBe((new JobCredential("x-access-token", "", secret), new JobCredential("", "", "registry")));
    }

    [Fact]
    public async Task What_its_program_tells_is_seen_at_once_and_told_as_events()
    {
        await _api.CreateProjectAsync("web");
        var build = await StartAsync("{'projectName':'web'}");
        await BeginAsync(build);
        var secret = (await _api.Get<Sluice.Builds.Records.BuildStore>().GetAsync(UuidOf(build), Cancellation)).ProgressSecret;

        await TellAsync(build, secret, "'currentPhase':'DOWNLOAD_SOURCE'");
        var first = await GetAsync(build);
        await TellAsync(build, secret, "'phases':[{'phaseType':'DOWNLOAD_SOURCE','phaseStatus':'SUCCEEDED','startTime':10,'endTime':12}],'currentPhase':'INSTALL','resolvedSourceVersion':'abc'");
        await TellAsync(build, secret, "'currentPhase':'DOWNLOAD_SOURCE'");
        var second = await GetAsync(build);

        ((string)first["currentPhase"]!, (string)second["currentPhase"]!, (string)second["resolvedSourceVersion"]!).ShouldBe(("DOWNLOAD_SOURCE", "INSTALL", "abc"));
        second["phases"]!.AsArray().Select(phase => $"{phase!["phaseType"]} {phase["phaseStatus"]}").ShouldBe(["SUBMITTED SUCCEEDED", "QUEUED SUCCEEDED", "PROVISIONING SUCCEEDED", "DOWNLOAD_SOURCE SUCCEEDED", "INSTALL "]);
        (await EventsAsync(build)).ShouldBe(["IN_PROGRESS", "SUBMITTED SUCCEEDED", "QUEUED SUCCEEDED", "PROVISIONING SUCCEEDED", "DOWNLOAD_SOURCE SUCCEEDED"]);
    }

    [Fact]
    public async Task A_build_that_ends_tells_its_artifacts_variables_and_logs()
    {
        await _api.CreateProjectAsync("web", "{'artifacts':{'type':'S3','location':'bucket','packaging':'ZIP'},'logsConfig':{'cloudWatchLogs':{'status':'ENABLED','groupName':'mine','streamName':'web'},'s3Logs':{'status':'ENABLED','location':'bucket/logs/'}}}");
        var build = await StartAsync("{'projectName':'web'}");
        var job = await BeginAsync(build);
        job.Artifacts.ShouldBe(new JobArtifact { Bucket = "bucket", Name = "web", IsZip = true });

        await EndAsync(build, BuildStatus.Succeeded, new StoredArtifact(null, new ObjectRef("bucket", "web"), "5e", "ad"));

        var ended = await GetAsync(build);
        ((string)ended["buildStatus"]!, (bool)ended["buildComplete"]!, (string)ended["currentPhase"]!).ShouldBe(("SUCCEEDED", true, "COMPLETED"));
        ended["artifacts"]!["location"]!.ToString().ShouldBe("arn:aws:s3:::bucket/web");
        ((string)ended["artifacts"]!["sha256sum"]!, (string)ended["artifacts"]!["md5sum"]!).ShouldBe(("5e", "ad"));
        ended["exportedEnvironmentVariables"]!.ToJsonString().ShouldBe("""[{"name":"V","value":"1"}]""");
        ((string)ended["logs"]!["groupName"]!, (string)ended["logs"]!["streamName"]!).ShouldBe(("mine", $"web/{UuidOf(build)}"));
        ended["logs"]!["s3LogsArn"]!.ToString().ShouldBe($"arn:aws:s3:::bucket/logs/{UuidOf(build)}.gz");
        ended["phases"]!.AsArray()[^1]!["phaseType"]!.ToString().ShouldBe("COMPLETED");
        (await EventsAsync(build))[^1].ShouldBe("SUCCEEDED");
    }

    [Fact]
    public async Task The_same_token_is_the_same_build_for_five_minutes()
    {
        await _api.CreateProjectAsync("web");
        var first = await StartAsync("{'projectName':'web','idempotencyToken':'once'}");

        (await StartAsync("{'projectName':'web','idempotencyToken':'once'}"))["id"]!.ToString().ShouldBe(first["id"]!.ToString());
        (await _api.RefusedAsync("StartBuild", "{'projectName':'web','idempotencyToken':'once','sourceVersion':'x'}")).Code.ShouldBe("InvalidInputException");
        _api.Time.Run(() => Task.Delay(TimeSpan.FromMinutes(6), _api.Time));

        (await StartAsync("{'projectName':'web','idempotencyToken':'once'}"))["id"]!.ToString().ShouldNotBe(first["id"]!.ToString());
    }

    [Fact]
    public async Task A_build_that_fails_is_started_again_as_often_as_its_project_says()
    {
        await _api.CreateProjectAsync("web", "{'autoRetryLimit':1}");
        var first = await StartAsync("{'projectName':'web'}");
        await BeginAsync(first);
        await EndAsync(first, BuildStatus.Failed);
        await EndAsync(first, BuildStatus.Failed);

        var ids = (await _api.CallAsync("ListBuildsForProject", "{'projectName':'web'}"))["ids"]!.AsArray();
        ids.Count.ShouldBe(2);
        var retry = await GetAsync((await GetAsync(first))["autoRetryConfig"]!["nextAutoRetry"]!.ToString());
        ((int)retry["autoRetryConfig"]!["autoRetryNumber"]!, (string)retry["autoRetryConfig"]!["previousAutoRetry"]!).ShouldBe((1, first["arn"]!.ToString()));
        await BeginAsync(retry);
        await EndAsync(retry, BuildStatus.Failed);

        (await _api.CallAsync("ListBuilds"))["ids"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_retry_has_the_settings_of_its_build_whatever_became_of_the_project()
    {
        await _api.CreateProjectAsync("web");
        var build = await StartAsync("{'projectName':'web','environmentVariablesOverride':[{'name':'A','value':'1'}]}");
        await _api.CallAsync("UpdateProject", "{'name':'web','timeoutInMinutes':90}");

        var retry = (await _api.CallAsync("RetryBuild", $"{{'id':'{build["id"]}','idempotencyToken':'t'}}"))["build"]!;
        var again = (await _api.CallAsync("RetryBuild", $"{{'id':'{build["id"]}','idempotencyToken':'t'}}"))["build"]!;

        again["id"]!.ToString().ShouldBe(retry["id"]!.ToString());
        ((int)retry["timeoutInMinutes"]!, (string)retry["environment"]!["environmentVariables"]![0]!["name"]!).ShouldBe((60, "A"));
    }

    [Fact]
    public async Task A_build_that_is_stopped_before_its_turn_ends_and_lets_the_next_one_in()
    {
        await _api.CreateProjectAsync("web", "{'concurrentBuildLimit':1}");
        var (first, second, third) = (await StartAsync("{'projectName':'web'}"), await StartAsync("{'projectName':'web'}"), await StartAsync("{'projectName':'web'}"));
        await BeginAsync(first);
        await TakeAsync(second);
        await TakeAsync(third);
        _api.Machines.Done.Keys.ShouldBe([TokenOf(first)]);

        await _api.CallAsync("StopBuild", $"{{'id':'{second["id"]}'}}");
        _api.Machines.Completed.ShouldContain(entry => entry.Token == TokenOf(second) && entry.Error == "StopRecordedException");
        await _api.Get<EndBuild>().RunAsync(new EndOfBuild(UuidOf(second), new CaughtError("StopRecordedException")), Cancellation);
        await EndAsync(first, BuildStatus.Succeeded);

        (await GetAsync(second))["buildStatus"]!.ToString().ShouldBe("STOPPED");
        _api.Machines.Done.Keys.ShouldBe([TokenOf(first), TokenOf(third)]);
    }

    [Fact]
    public async Task Builds_that_have_ended_can_be_deleted_and_no_others()
    {
        await _api.CreateProjectAsync("web");
        var (ended, going) = (await StartAsync("{'projectName':'web'}"), await StartAsync("{'projectName':'web'}"));
        await BeginAsync(ended);
        await EndAsync(ended, BuildStatus.Succeeded);

        var answer = await _api.CallAsync("BatchDeleteBuilds", $"{{'ids':['{ended["id"]}','{going["arn"]}','web:nothing']}}");

        answer["buildsDeleted"]!.ToJsonString().ShouldBe($"""["{ended["arn"]}"]""");
        answer["buildsNotDeleted"]!.AsArray().Select(kept => kept!["statusCode"]!.ToString()).ShouldBe(["BUILD_IN_PROGRESS", "BUILD_NOT_FOUND"]);
        (await _api.CallAsync("ListBuilds"))["ids"]!.AsArray().Select(id => id!.ToString()).ShouldBe([going["id"]!.ToString()]);
        (await _api.CallAsync("BatchGetBuilds", $"{{'ids':['{ended["id"]}','other:{UuidOf(going)}']}}"))["buildsNotFound"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_build_is_forgotten_a_year_after_its_end()
    {
        await _api.CreateProjectAsync("web");
        var (ended, going) = (await StartAsync("{'projectName':'web'}"), await StartAsync("{'projectName':'web'}"));
        await BeginAsync(ended);
        await EndAsync(ended, BuildStatus.Succeeded);

        await AfterAsync(days: 364);
        (await ListAsync("ListBuilds", "{}")).Count.ShouldBe(2);
        await AfterAsync(days: 2);

        (await ListAsync("ListBuilds", "{}")).ShouldBe([going["id"]!.ToString()]);
        (await _api.CallAsync("BatchGetBuilds", $"{{'ids':['{ended["id"]}','{going["id"]}']}}"))["buildsNotFound"]!.AsArray().Select(id => id!.ToString()).ShouldBe([ended["id"]!.ToString()]);
    }

    [Fact]
    public async Task Builds_are_listed_newest_first_unless_asked_otherwise()
    {
        await _api.CreateProjectAsync("web");
        await _api.CreateProjectAsync("other");
        var ids = new List<string>();
        foreach (var project in new[] { "web", "other", "web" })
        {
            ids.Add((await StartAsync($"{{'projectName':'{project}'}}"))["id"]!.ToString());
            _api.Time.Run(() => Task.Delay(TimeSpan.FromSeconds(1), _api.Time));
        }

        (await ListAsync("ListBuilds", "{}")).ShouldBe([ids[2], ids[1], ids[0]]);
        (await ListAsync("ListBuilds", "{'sortOrder':'ASCENDING'}")).ShouldBe(ids);
        (await ListAsync("ListBuildsForProject", "{'projectName':'web'}")).ShouldBe([ids[2], ids[0]]);
    }

    [Fact]
    public async Task A_program_is_told_to_stop_and_its_signs_of_life_reach_the_machine()
    {
        await _api.CreateProjectAsync("web");
        var build = await StartAsync("{'projectName':'web'}");
        await BeginAsync(build);
        var secret = (await _api.Get<Sluice.Builds.Records.BuildStore>().GetAsync(UuidOf(build), Cancellation)).ProgressSecret;
        await _api.Get<Sluice.Builds.Stopping.AwaitBuildStop>().RunAsync(new Sluice.Builds.Stopping.BuildStopWait(UuidOf(build), "stop-token", 0), Cancellation);

        (await TellAsync(build, secret, "'currentPhase':'BUILD'"))["stop"]!.GetValue<bool>().ShouldBeFalse();
        _api.Machines.Heartbeats.ShouldBe(["stop-token"]);
        await _api.CallAsync("StopBuild", $"{{'id':'{build["id"]}'}}");

        (await TellAsync(build, secret, "'currentPhase':'BUILD'"))["stop"]!.GetValue<bool>().ShouldBeTrue();
    }

    public void Dispose() => _api.Dispose();

    /// <summary>Lets time go by, and the table be swept, which it is by and by.</summary>
    private async Task AfterAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            _api.Time.Run(() => Task.Delay(TimeSpan.FromDays(1), _api.Time));
        }

        for (var write = 0; write < 1000; write++)
        {
            await _api.Table.UpdateAsync(new UpdateItem(new Key("TEST", "WRITES"), [Change.Add("number", 1)]), Cancellation);
        }
    }

    private async Task<JsonNode> StartAsync(string input) => (await _api.CallAsync("StartBuild", input))["build"]!;

    private Task<JsonNode> GetAsync(JsonNode build) => GetAsync(build["id"]!.ToString());

    private async Task<JsonNode> GetAsync(string id) => (await _api.CallAsync("BatchGetBuilds", $"{{'ids':['{id}']}}"))["builds"]![0]!;

    private async Task<IReadOnlyList<string>> ListAsync(string operation, string input) => [.. (await _api.CallAsync(operation, input))["ids"]!.AsArray().Select(id => id!.ToString())];

    private Task TakeAsync(JsonNode build) => _api.Get<BeginBuild>().RunAsync(new BuildRequest(UuidOf(build), TokenOf(build)), Cancellation);

    /// <summary>The machine takes it up, and it is its turn.</summary>
    private async Task<BuildJob> BeginAsync(JsonNode build)
    {
        await TakeAsync(build);
        _api.Machines.Done.Keys.ShouldContain(TokenOf(build));
        return _api.Objects.Read<BuildJob>(Output(build, "job.json"));
    }

    private async Task EndAsync(JsonNode build, BuildStatus status, params StoredArtifact[] artifacts)
    {
        var now = _api.Time.GetUtcNow();
        _api.Objects.Put(
            Output(build, "result.json"),
            new BuildResult(status, [PhaseRecord.Between(PhaseType.DownloadSource, status, now, now), PhaseRecord.Between(PhaseType.Completed, BuildStatus.Succeeded, now, now)], null, new Dictionary<string, string> { ["V"] = "1" }, null) { Artifacts = artifacts });
        await _api.Get<EndBuild>().RunAsync(new EndOfBuild(UuidOf(build), new CaughtError()), Cancellation);
    }

    private Task<JsonNode> TellAsync(JsonNode build, string secret, string more) => _api.CallAsync("ReportBuildProgress", $"{{'id':'{build["id"]}','progressSecret':'{secret}',{more}}}");

    /// <summary>What was told of the build, in the order of the events' numbers.</summary>
    private async Task<IReadOnlyList<string>> EventsAsync(JsonNode build)
    {
        var told = new List<(long Number, string What)>();
        foreach (var id in new[] { "IN_PROGRESS", "SUCCEEDED", "FAILED" }.Concat(Enumerable.Range(0, 12).SelectMany(index => Enum.GetNames<Shapes.BuildPhaseType>().Select(phase => $"{index}-{phase}"))))
        {
            foreach (var item in (await _api.Table.QueryAsync(new Query($"EVENT#build-{UuidOf(build)}-{id}"), Cancellation)).Items)
            {
                var detail = item.Attributes["detail"]!;
                told.Add(((long)item.Attributes["sequence"]!, detail["build-status"]?.ToString() ?? $"{detail["completed-phase"]} {detail["completed-phase-status"]}"));
            }
        }

        return [.. told.OrderBy(entry => entry.Number).Select(entry => entry.What)];
    }

    private static string UuidOf(JsonNode build) => build["id"]!.ToString().Split(':')[1];

    private static string TokenOf(JsonNode build) => $"turn-{UuidOf(build)}";

    private static ObjectRef Output(JsonNode build, string name) => new("sluice", $"codebuild/builds/{UuidOf(build)}/{name}");
}
