using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Api.Jobs;

public sealed class JobLifeTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private JobsHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await JobsHost.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_worker_is_told_all_that_it_needs_secrets_too()
    {
        await _host.BeginAsync("a-1");

        var job = (await _host.PollAsync()).Single();

        var data = job["data"]!;
        ((string)job["accountId"]!).ShouldBe("123456789012");
        Same(data["actionTypeId"], "{'category':'Build','owner':'Custom','provider':'Jenkins','version':'1'}");
        Same(data["actionConfiguration"], "{'configuration':{'Project':'web','Password':'s3cret'}}");
        Same(
            data["pipelineContext"],
            $"{{'pipelineName':'app','stage':{{'name':'Build'}},'action':{{'name':'Compile','actionExecutionId':'a-1'}},'pipelineArn':'arn:aws:codepipeline:us-east-1:123456789012:app','pipelineExecutionId':'{_host.RunId}'}}");
        Same(data["outputArtifacts"]![0], "{'name':'Package','location':{'type':'S3','s3Location':{'bucketName':'sluice-artifacts','objectKey':'app/Package/a-1.zip'}}}");
        var details = (await _host.CallAsync("GetJobDetails", $"'jobId':'{job["id"]}'"))!["jobDetails"]!;
        details["data"]!.ToJsonString().ShouldBe(data.ToJsonString());
    }

    private static void Same(JsonNode? actual, string expected) => JsonNode.DeepEquals(actual, SingleQuoted.Json(expected)).ShouldBeTrue(actual?.ToJsonString());

    [Fact]
    public async Task A_commit_is_handed_over_as_a_zip_that_says_what_to_clone()
    {
        var source = new ObjectRef("sluice-artifacts", "app/Source/s-1.json");
        _host.Suite.Objects.Put(source, new ArtifactManifest("/srv/app", Documents.Commit(1), null, new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));
        await _host.BeginAsync("a-1", request => request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["Source"] = source } });

        var input = (await _host.PollAsync()).Single()["data"]!["inputArtifacts"]![0]!;

        ((string)input["revision"]!).ShouldBe(Documents.Commit(1));
        var at = new ObjectRef((string)input["location"]!["s3Location"]!["bucketName"]!, (string)input["location"]!["s3Location"]!["objectKey"]!);
        await using var zip = ArtifactFiles.Open(new MemoryStream(_host.Suite.Objects[at]), "Source", 10);
        var text = System.Text.Encoding.UTF8.GetString(await zip.ReadAsync("clone-ref.json", 1000, Cancellation));
        text.ShouldBe($$"""{"repository":"/srv/app","commitId":"{{Documents.Commit(1)}}"}""");
    }

    [Fact]
    public async Task Another_actions_zip_is_handed_over_as_it_is()
    {
        var (zip, built) = (new ObjectRef("sluice-artifacts", "built.zip"), new ObjectRef("sluice-artifacts", "built.json"));
        _host.Suite.Objects.Put(built, new ArtifactManifest("/srv/app", Documents.Commit(1), new ArtifactZip(zip, "", 1), new Dictionary<string, ArtifactZip>(), new Dictionary<string, ObjectRef>()));
        await _host.BeginAsync("a-1", request => request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["Built"] = built } });

        ((string)(await _host.PollAsync()).Single()["data"]!["inputArtifacts"]![0]!["location"]!["s3Location"]!["objectKey"]!).ShouldBe("built.zip");
    }

    [Fact]
    public async Task What_a_worker_has_put_is_the_actions_artifact()
    {
        await _host.BeginAsync("a-1");
        var job = await _host.TakeAsync();
        var place = new ObjectRef("sluice-artifacts", "app/Package/a-1.zip");
        _host.Suite.Objects[place] = Zips.Of(("app.js", "1"));

        await _host.SucceedAsync(job, ",'executionDetails':{'summary':'built','externalExecutionId':'jenkins-7','percentComplete':100},'outputVariables':{'Build-Number':'7'}");

        var result = _host.Result("a-1");
        (result.Status, result.ExternalExecutionId, result.Message).ShouldBe((ActionStatus.Succeeded, "jenkins-7", "built"));
        result.OutputVariables!["Build-Number"].ShouldBe("7");
        var manifest = _host.Suite.Objects.Read<ArtifactManifest>(result.OutputArtifacts["Package"]);
        manifest.Primary!.Location.ShouldBe(place);
    }

    [Fact]
    public async Task What_was_not_put_is_no_artifact_and_what_leads_out_of_its_folder_fails_the_action()
    {
        await _host.BeginAsync("a-1");
        await _host.SucceedAsync(await _host.TakeAsync());
        _host.Result("a-1").OutputArtifacts.ShouldBeEmpty();

        await _host.BeginAsync("a-2");
        var job = await _host.TakeAsync();
        _host.Suite.Objects[new ObjectRef("sluice-artifacts", "app/Package/a-2.zip")] = Zips.Of(("../../etc/cron.d/x", "1"));
        await _host.SucceedAsync(job);
        (_host.Result("a-2").Status, _host.Result("a-2").OutputArtifacts.Count).ShouldBe((ActionStatus.Failed, 0));
        _host.Result("a-2").Message!.ShouldContain("plain relative path");
    }

    [Theory]
    [InlineData("JobFailed")]
    [InlineData("ConfigurationError")]
    [InlineData("PermissionError")]
    [InlineData("RevisionOutOfSync")]
    [InlineData("RevisionUnavailable")]
    [InlineData("SystemUnavailable")]
    public async Task A_failure_is_the_actions_with_its_type(string type)
    {
        await _host.BeginAsync("a-1");
        var job = await _host.TakeAsync();

        await _host.CallAsync("PutJobFailureResult", $"'jobId':'{job["id"]}','failureDetails':{{'type':'{type}','message':'tests failed','externalExecutionId':'jenkins-8'}}");

        var result = _host.Result("a-1");
        (result.Status, result.Message, result.ErrorCode, result.ExternalExecutionId).ShouldBe((ActionStatus.Failed, "tests failed", type, "jenkins-8"));
    }

    [Fact]
    public async Task A_continuation_token_queues_the_action_again_as_another_job()
    {
        await _host.BeginAsync("a-1");
        var first = await _host.TakeAsync();

        await _host.SucceedAsync(first, ",'continuationToken':'seen 10','executionDetails':{'summary':'half','externalExecutionId':'j-1','percentComplete':50}");

        _host.IsRunning("a-1").ShouldBeTrue();
        (await _host.Suite.Get<OwnActionStore>().FindAsync("a-1", Cancellation))!.Progress.Note().ShouldBe(new Model.ProgressNote("half", "j-1", 50));
        var second = await _host.TakeAsync();
        ((string)second["data"]!["continuationToken"]!).ShouldBe("seen 10");
        ((string)second["id"]!).ShouldNotBe((string)first["id"]!);
        (await _host.SuccessRefusedAsync(first)).ShouldBe(("InvalidJobStateException", "The job is answered already by a continuation token; only one that was acknowledged and has not ended can be answered."));
        await _host.SucceedAsync(second);
        _host.Result("a-1").ExternalExecutionId.ShouldBe("j-1");
    }

    [Fact]
    public async Task A_job_that_is_not_acknowledged_goes_to_the_next_who_asks()
    {
        await _host.BeginAsync("a-1");
        var lost = (await _host.PollAsync()).Single();
        (await _host.PollAsync()).ShouldBeEmpty();
        _host.Time.Moved += TimeSpan.FromSeconds(61);

        var taken = await _host.TakeAsync();

        ((string)taken["id"]!).ShouldBe((string)lost["id"]!);
        (await _host.RefusedAsync("AcknowledgeJob", $"'jobId':'{lost["id"]}','nonce':'{lost["nonce"]}'")).Code.ShouldBe("InvalidNonceException");
        (await _host.AcknowledgeAsync(taken)).ShouldBe("InProgress", "said twice");
        _host.Time.Moved += TimeSpan.FromHours(1);
        (await _host.PollAsync()).ShouldBeEmpty("it is acknowledged");
    }

    [Fact]
    public async Task Of_many_workers_that_ask_at_once_one_has_the_job()
    {
        await _host.BeginAsync("a-1");

        var polls = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _host.PollAsync())));

        polls.Sum(jobs => jobs.Count).ShouldBe(1);
        (await _host.AcknowledgeAsync(polls.SelectMany(jobs => jobs).Single())).ShouldBe("InProgress");
    }

    [Fact]
    public async Task One_job_is_handed_out_unless_more_are_asked_for_the_oldest_first()
    {
        foreach (var id in new[] { "a-1", "a-2", "a-3" })
        {
            await _host.BeginAsync(id);
            _host.Time.Moved += TimeSpan.FromSeconds(1);
        }

        string Of(JsonNode job) => (string)job["data"]!["pipelineContext"]!["action"]!["actionExecutionId"]!;
        var answer = await _host.CallAsync("PollForJobs", $"'actionTypeId':{{{JobsHost.Type},'owner':'Custom'}}");
        answer!["jobs"]!.AsArray().Select(job => Of(job!)).ShouldBe(["a-1"]);
        (await _host.PollAsync(10)).Select(Of).ShouldBe(["a-2", "a-3"]);
    }

    [Fact]
    public async Task Workers_may_ask_by_the_queryable_property()
    {
        await _host.BeginAsync("a-1");
        await _host.BeginAsync("a-2", request => request with { Configuration = new Dictionary<string, string> { ["Project"] = "api" } });

        (await _host.PollAsync(10, ",'queryParam':{'Project':'api'}")).Single()["data"]!["actionConfiguration"]!["configuration"]!.ToJsonString().ShouldBe("""{"Project":"api"}""");
        (await _host.RefusedAsync("PollForJobs", $"'actionTypeId':{{{JobsHost.Type},'owner':'Custom'}},'queryParam':{{'Password':'s3cret'}}")).Message.ShouldContain("queryable is 'Project'");
    }

    [Fact]
    public async Task A_stop_takes_the_job_from_the_queue_and_from_its_worker()
    {
        await _host.BeginAsync("a-1");
        await _host.BeginAsync("a-2");
        var taken = (await _host.PollAsync(1)).Single();
        await _host.AcknowledgeAsync(taken);

        foreach (var id in new[] { "a-1", "a-2" })
        {
            await _host.Suite.Get<StopPipelineAction>().StopAsync(new ActionStop("Jenkins", "app", _host.RunId, "Build", "Compile", id, "enough", ActionService.Pipeline), Cancellation);
        }

        (await _host.PollAsync()).ShouldBeEmpty();
        (await _host.SuccessRefusedAsync(taken)).Message.ShouldStartWith("The job is Failed");
        (await _host.AcknowledgeAsync(taken)).ShouldBe("Failed");
        _host.Result("a-1").Message.ShouldBe("Stopped: enough");
    }

    [Fact]
    public async Task A_stop_that_came_first_leaves_nothing_to_hand_out()
    {
        await _host.Suite.Get<StopPipelineAction>().StopAsync(new ActionStop("Jenkins", "app", _host.RunId, "Build", "Compile", "a-1", "enough", ActionService.Pipeline), Cancellation);
        await _host.BeginAsync("a-1");

        (await _host.PollAsync()).ShouldBeEmpty();
        _host.Result("a-1").Message.ShouldBe("Stopped: enough");
    }

    [Fact]
    public async Task After_a_day_the_job_is_over()
    {
        await _host.BeginAsync("a-1");
        await _host.BeginAsync("a-2");
        var taken = (await _host.PollAsync(1)).Single();
        await _host.AcknowledgeAsync(taken);
        _host.Time.Moved += TimeSpan.FromHours(24);

        (await _host.SuccessRefusedAsync(taken)).Message.ShouldStartWith("The job is TimedOut");
        (await _host.PollAsync()).ShouldBeEmpty();

        foreach (var id in new[] { "a-1", "a-2" })
        {
            (_host.Result(id).Status, _host.Result(id).Message).ShouldBe((ActionStatus.Failed, "The action did not end in its time."));
        }
    }

    [Fact]
    public async Task A_sources_worker_says_which_revision_the_run_releases()
    {
        await _host.CallAsync("CreateCustomActionType", "'category':'Source','provider':'Perforce','version':'1','inputArtifactDetails':{'minimumCount':0,'maximumCount':0},'outputArtifactDetails':{'minimumCount':1,'maximumCount':1}");
        await _host.BeginAsync("a-1", request => request with { Category = "Source", Provider = "Perforce", ActionName = "Checkout", OutputArtifacts = [] });
        var answer = await _host.CallAsync("PollForJobs", "'actionTypeId':{'category':'Source','owner':'Custom','provider':'Perforce','version':'1'}");
        var job = answer!["jobs"]![0]!;
        await _host.AcknowledgeAsync(job);

        await _host.SucceedAsync(job, ",'currentRevision':{'revision':'cl-77','changeIdentifier':'77','revisionSummary':'Mend the door'}");

        var run = (await _host.Suite.Get<PipelineRunStore>().GetAsync("app", _host.RunId, Cancellation)).Value;
        var revision = run.SourceRevisions.Single();
        (revision.ActionName, revision.RevisionId, revision.Summary).ShouldBe(("Checkout", "cl-77", "Mend the door"));
        _host.Result("a-1").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Fact]
    public async Task The_newest_token_of_the_pipeline_is_told_and_told_again()
    {
        await _host.BeginAsync("a-1");
        await _host.BeginAsync("a-1", token: "newer");
        var job = await _host.TakeAsync();
        _host.Suite.Board.NextFailure = new TimeoutException("Step Functions is down");
        (await _host.StatusAsync("PutJobSuccessResult", $"'jobId':'{job["id"]}'")).ShouldBe(500);

        (await _host.SuccessRefusedAsync(job)).Code.ShouldBe("InvalidJobStateException");

        _host.Suite.Board.Result("newer").Status.ShouldBe(ActionStatus.Succeeded);
        _host.IsRunning("a-1").ShouldBeTrue("its token is dead");
    }

    [Fact]
    public async Task Output_variables_have_a_bound_and_come_at_the_end()
    {
        await _host.BeginAsync("a-1");
        var job = await _host.TakeAsync();

        (await _host.SuccessRefusedAsync(job, $",'outputVariables':{{'A':'{new string('a', 122_880)}'}}")).Code.ShouldBe("OutputVariablesSizeExceededException");
        (await _host.SuccessRefusedAsync(job, ",'outputVariables':{'a b':'1'}")).Code.ShouldBe("ValidationException");
        (await _host.SuccessRefusedAsync(job, ",'continuationToken':'t','outputVariables':{'A':'1'}")).Message.ShouldContain("not expected together with a continuationToken");
        await _host.SucceedAsync(job, $",'outputVariables':{{'A':'{new string('a', 122_879)}'}}");
    }

    [Fact]
    public async Task A_deleted_type_hands_out_nothing_and_begins_nothing()
    {
        await _host.BeginAsync("a-1");
        await _host.CallAsync("DeleteCustomActionType", JobsHost.Type);

        (await _host.RefusedAsync("PollForJobs", $"'actionTypeId':{{{JobsHost.Type},'owner':'Custom'}}")).Code.ShouldBe("ActionTypeNotFoundException");
        await _host.BeginAsync("a-2");
        _host.Result("a-2").Message.ShouldBe("There is no action type Build of Custom by 'Jenkins', version '1', or no longer.");
    }
}
