using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Approvals;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Actions;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Tests.Providers.Approvals;

public sealed class ManualApprovalTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private async Task<(Run Run, ActionOrder Order)> WaitingAsync(JsonObject? configuration = null, string? startedBy = null)
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Gate", PipelineText.Approval("Ask", configuration)));
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        var run = new Run(_suite, await _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app") { StartedBy = startedBy }, Cancellation));
        await run.AskAsync();
        var order = (await run.GoOnAsync())!.Actions.Single();
        await _suite.Get<StartAction>().StartAsync(Request(order, "approval"), Cancellation);
        return (run, order);
    }

    private static ActionRequest Request(ActionOrder order, string token) =>
        new(token, order.PipelineName, order.PipelineExecutionId, order.StageName, order.ActionName, order.ActionExecutionId, order.Configuration, order.InputArtifacts, order.OutputArtifacts)
        {
            Category = order.Category, Owner = order.Owner, Provider = order.Provider, TimeoutSeconds = order.TimeoutSeconds,
        };

    private Task<DateTimeOffset> SayAsync(ActionOrder order, string by, ApprovalStatus status = ApprovalStatus.Approved, string comment = "", string? token = null) => _suite.Get<ApprovalResults>().TakeAsync(
        new PutApprovalResultInput { PipelineName = "app", StageName = "Gate", ActionName = "Ask", Token = token ?? order.ActionExecutionId, Result = new ApprovalResult { Status = status, Summary = comment } }, by, Cancellation);

    private string? Result(string member, string token = "approval") => _suite.Board.Done.TryGetValue(token, out var done) ? done![member]?.ToString() : null;

    [Fact]
    public async Task One_word_is_enough_if_nothing_else_is_said()
    {
        var (_, order) = await WaitingAsync();
        Result("status").ShouldBeNull();

        await SayAsync(order, "ann", comment: "ship it");

        (Result("status"), Result("message")).ShouldBe(("Succeeded", "Approved by ann: ship it"));
    }

    [Fact]
    public async Task A_rejection_fails_the_action_with_who_and_why()
    {
        var (_, order) = await WaitingAsync();

        await SayAsync(order, "bob", ApprovalStatus.Rejected, "not on Friday");

        (Result("status"), Result("message")).ShouldBe(("Failed", "Rejected by bob: not on Friday"));
    }

    [Fact]
    public async Task A_token_counts_once_and_only_for_what_it_is_of()
    {
        var (run, order) = await WaitingAsync();
        await Should.ThrowAsync<InvalidApprovalTokenException>(() => SayAsync(order, "ann", token: "00000000-0000-0000-0000-00000000ffff"));
        await SayAsync(order, "ann");

        await Should.ThrowAsync<ApprovalAlreadyCompletedException>(() => SayAsync(order, "ann"));
        await run.AskAsync(run.Answer!.Step, new ActionReport { Status = "Succeeded" });
        await Should.ThrowAsync<ApprovalAlreadyCompletedException>(() => SayAsync(order, "ann"));
    }

    [Fact]
    public async Task An_approval_that_nobody_gave_in_time_takes_no_word_any_more()
    {
        var (run, order) = await WaitingAsync();
        await run.AskAsync(run.Answer!.Step, new ActionReport { Error = new("States.Timeout", "") });

        await Should.ThrowAsync<ApprovalAlreadyCompletedException>(() => SayAsync(order, "ann"));
    }

    [Fact]
    public async Task As_many_must_approve_as_are_asked_for_and_one_person_counts_once()
    {
        var (_, order) = await WaitingAsync(new JsonObject { ["RequiredApprovals"] = "2" });

        await SayAsync(order, "ann");
        await SayAsync(order, "ann");
        Result("status").ShouldBeNull();
        await SayAsync(order, "bob");

        Result("message").ShouldBe("Approved by ann; Approved by bob");
    }

    [Fact]
    public async Task Of_each_group_one_must_approve_and_nobody_else_may()
    {
        var (_, order) = await WaitingAsync(new JsonObject { ["ApproverGroups"] = """{"security":["ann","bob"],"ops":["cid"]}""" });

        await SayAsync(order, "ann");
        await SayAsync(order, "bob");
        Result("status").ShouldBeNull();
        (await Should.ThrowAsync<ApiException>(() => SayAsync(order, "dan"))).Message.ShouldContain("'dan' is not among those who may: ann, bob, cid");
        await SayAsync(order, "cid");

        Result("status").ShouldBe("Succeeded");
    }

    [Fact]
    public async Task Who_started_the_run_may_not_approve_it_if_that_is_said_but_may_reject_it()
    {
        var (_, order) = await WaitingAsync(new JsonObject { ["AllowSelfApproval"] = "false" }, startedBy: "ann");

        (await Should.ThrowAsync<ApiException>(() => SayAsync(order, "ann"))).Message.ShouldContain("started the run");
        await SayAsync(order, "ann", ApprovalStatus.Rejected);

        Result("status").ShouldBe("Failed");
    }

    [Fact]
    public async Task A_comment_is_asked_for_if_that_is_said()
    {
        var (_, order) = await WaitingAsync(new JsonObject { ["RequireComment"] = "true" });

        (await Should.ThrowAsync<ApiException>(() => SayAsync(order, "ann"))).Message.ShouldContain("asks for a comment");
    }

    [Fact]
    public async Task A_topic_is_told_once_what_waits()
    {
        var (_, order) = await WaitingAsync(new JsonObject { ["NotificationArn"] = "arn:aws:sns:us-east-1:123456789012:gate", ["CustomData"] = "see the diff" });
        await _suite.Get<StartAction>().StartAsync(Request(order, "again"), Cancellation);

        var told = (await _suite.EventsAsync()).Single(asked => asked.Detail["machine"]?.ToString() == "notify").Detail["input"]!;
        told["topicArn"]!.ToString().ShouldBe("arn:aws:sns:us-east-1:123456789012:gate");
        var approval = JsonNode.Parse(told["message"]!.ToString())!["approval"]!;
        (approval["pipelineName"]!.ToString(), approval["token"]!.ToString(), approval["customData"]!.ToString()).ShouldBe(("app", order.ActionExecutionId, "see the diff"));
    }

    [Fact]
    public async Task The_newest_token_of_the_machine_is_answered()
    {
        var (_, order) = await WaitingAsync();
        await _suite.Get<StartAction>().StartAsync(Request(order, "newer"), Cancellation);

        await SayAsync(order, "ann");

        (Result("status"), Result("status", "newer")).ShouldBe((null, "Succeeded"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_ends_it_whether_it_comes_before_or_after(bool before)
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Gate", PipelineText.Approval("Ask")));
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        var order = (await run.GoOnAsync())!.Actions.Single();
        var stop = new ActionStop("Manual", "app", run.Id, "Gate", "Ask", order.ActionExecutionId, "enough", ActionService.Pipeline);
        if (before)
        {
            await _suite.Get<StopPipelineAction>().StopAsync(stop, Cancellation);
        }

        await _suite.Get<StartAction>().StartAsync(Request(order, "approval"), Cancellation);
        if (!before)
        {
            await _suite.Get<StopPipelineAction>().StopAsync(stop, Cancellation);
        }

        (Result("status"), Result("message")).ShouldBe(("Failed", "Stopped: enough"));
    }
}
