using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Tables;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tests.Tracing;

public sealed class RunSpansTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };
    private readonly Suite _suite;

    public RunSpansTests() => _suite = new Suite(_time);

    public void Dispose() => _suite.Dispose();

    private static PipelineText Text() => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile", outputs: "Package"), PipelineText.Build("Lint"))
        .Stage("Ask", PipelineText.Approval("Agree"))
        .Stage("Live", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Package")).On("onFailure", """{"result":"ROLLBACK"}""");

    [Fact]
    public async Task A_run_is_one_tree_of_its_stages_and_actions_whose_parts_lie_within_it()
    {
        await _suite.KeepAsync(Text());
        var run = await FinishAsync(1);

        var spans = await TellAsync(run);

        Tree(spans).ShouldBe("""
            RUN app
              Source
                Checkout
              Build
                Compile
                Lint
              Ask
                Agree
              Live
                Shift
            """);
        spans.ShouldAllBe(span => span.Context.TraceId == Guid.Parse(run.Id).ToString("N") && !span.IsError && span.Start <= span.End);
        foreach (var part in spans.Where(span => span.ParentSpanId is not null))
        {
            var whole = spans.Single(span => span.Context.SpanId == part.ParentSpanId);
            (whole.Start <= part.Start && part.End <= whole.End).ShouldBeTrue($"{part.Name} in {whole.Name}");
        }

        var (compile, lint) = (Named(spans, "Compile"), Named(spans, "Lint"));
        (compile.Start < lint.End && lint.Start < compile.End).ShouldBeTrue("they ran together");
        Named(spans, "Agree").Attributes.ShouldContain(new SpanAttribute("sluice.waits_for", "approval"));
        (Named(spans, "Agree").End - Named(spans, "Agree").Start).ShouldBeGreaterThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Names_and_results_are_those_of_OpenTelemetrys_conventions()
    {
        await _suite.KeepAsync(Text());
        var run = await FinishAsync(1);
        var spans = await TellAsync(run);

        spans[0].Kind.ShouldBe(SpanKind.Server);
        Told(spans[0], "cicd.pipeline.name", "cicd.pipeline.action.name", "cicd.pipeline.run.id", "cicd.pipeline.result", "vcs.ref.head.name", "vcs.ref.head.revision")
            .ShouldBe(["app", "RUN", run.Id, "success", "main", Documents.Commit(1)]);
        var compile = (await _suite.RunAsync(run.Id)).FindStage("Build")!.Actions[0];
        Named(spans, "Compile").Context.ShouldBe(SpanContext.OfAction(run.Id, compile.ActionExecutionId), "the service that builds names it, too");
        Told(Named(spans, "Compile"), "cicd.pipeline.task.name", "cicd.pipeline.task.run.id", "cicd.pipeline.task.run.result", "cicd.pipeline.task.type", "sluice.action.external_execution_id")
            .ShouldBe(["Compile", compile.ActionExecutionId, "success", "build", "ext-Compile"]);
        Told(Named(spans, "Shift"), "cicd.pipeline.task.type", "sluice.action.outcome").ShouldBe(["deploy", "Succeeded"]);
    }

    [Fact]
    public async Task A_failure_is_an_error_with_its_message_and_a_rollback_is_linked_to_the_run_that_it_goes_back_to()
    {
        await _suite.KeepAsync(Text());
        var good = await FinishAsync(1);
        var bad = await FinishAsync(2, failsAt: "Shift");

        var failed = await TellAsync(bad);
        foreach (var name in (string[])["RUN app", "Live", "Shift"])
        {
            Named(failed, name).IsError.ShouldBeTrue(name);
            Named(failed, name).Message.ShouldNotBeNull().ShouldContain("too slow");
        }

        Named(failed, "Compile").IsError.ShouldBeFalse();
        Told(failed[0], "cicd.pipeline.result", "error.type").ShouldBe(["failure", "failed"]);

        var rollback = (await _suite.Get<PipelineRunStore>().ListAsync("app", null, 100, CancellationToken.None)).Runs.Single(run => run.Type == ExecutionType.ROLLBACK);
        await new Run(_suite, rollback.PipelineExecutionId).FinishAsync();
        var back = await TellAsync(new Run(_suite, rollback.PipelineExecutionId));
        back[0].Links.ShouldBe([SpanContext.Root(good.Id)]);
        Tree(back).ShouldBe("""
            RUN app
              Live
                Shift
            """);
    }

    [Fact]
    public async Task A_run_that_is_tried_again_is_told_as_a_whole_with_the_same_ids_and_not_while_it_goes_on()
    {
        await _suite.KeepAsync(Text());
        var run = await FinishAsync(1, failsAt: "Lint");
        var before = await TellAsync(run);
        await _suite.Get<StageChanges>().ChangeAsync(
            "app", "Build", run.Id, turn => StageRetry.Decide(turn, "Build", StageRetryMode.FAILED_ACTIONS), missing => new StageNotRetryableException("Build", missing), TestContext.Current.CancellationToken);
        (await TellAsync(run)).ShouldBeEmpty();

        await run.On(2).FinishAsync();
        var after = await TellAsync(run);

        Tree(after).ShouldContain("    Compile\n    Lint\n    Lint\n");
        after.Where(span => span.Name == "Lint").Select(span => span.IsError).ShouldBe([true, false]);
        Told(after.First(span => span.Name == "Lint"), "sluice.action.retried").ShouldBe(["True"]);
        Told(Named(after, "Build"), "sluice.stage.retries").ShouldBe(["1"]);
        before.Select(span => span.Context).Except(after.Select(span => span.Context)).ShouldBeEmpty();
        after.Select(span => span.Context.SpanId).ShouldBeUnique();
        (after[0].Start, after[0].IsError).ShouldBe((before[0].Start, false));
    }

    [Fact]
    public async Task A_wait_for_a_stage_is_a_part_of_it()
    {
        await _suite.KeepAsync(Text().Mode("QUEUED"));
        var first = await Run.StartAsync(_suite, 1);
        await first.AskAsync();
        await first.GoOnAsync();
        var second = await Run.StartAsync(_suite, 2);
        await second.AskAsync();
        (await second.GoOnAsync()).ShouldBeNull("the first is in the stage");
        _time.Advance(TimeSpan.FromMinutes(5));
        await first.FinishAsync();
        await second.FinishAsync();

        var spans = await TellAsync(second);

        var wait = Named(spans, "wait for Build");
        (wait.End - wait.Start).ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Told(wait, "cicd.pipeline.run.state").ShouldBe(["pending"]);
        wait.ParentSpanId.ShouldBe(Named(spans, "Build").Context.SpanId);
    }

    [Fact]
    public async Task Nothing_is_told_of_a_run_whose_pipeline_is_gone()
    {
        await _suite.KeepAsync(Text());
        var run = await FinishAsync(1);
        (await TellAsync(run)).ShouldNotBeEmpty();

        await _suite.Stored.TransactAsync([new DeleteItem(PipelineKeys.Version("app", 1))], TestContext.Current.CancellationToken);

        (await TellAsync(run)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_condition_is_told_with_the_rules_that_it_was_judged_by()
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile"))
            .On("beforeEntry", """{"conditions":[{"result":"FAIL","rules":[{"name":"Color","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"VariableCheck","version":"1"},"configuration":{"Variable":"#{variables.Color}","Value":"red","Operator":"EQ"}}]}]}""")
            .With("variables", JsonNode.Parse("""[{"name":"Color","defaultValue":"blue"}]""")!));
        var run = await FinishAsync(1);

        var spans = await TellAsync(run);

        Tree(spans).ShouldBe("""
            RUN app
              Source
                Checkout
              Build
                beforeEntry
                  Color
            """);
        (Named(spans, "Color").IsError, Named(spans, "Color").Message).ShouldBe((true, "'blue' EQ 'red'"));
        Told(Named(spans, "Color"), "sluice.action.category", "sluice.action.provider").ShouldBe(["Rule", "VariableCheck"]);
    }

    private async Task<Run> FinishAsync(int commit, string? failsAt = null)
    {
        var run = await Run.StartAsync(_suite, commit);
        var answer = await run.AskAsync();
        while (answer is { Next: not NextStageBranch.Ended })
        {
            _time.Advance(TimeSpan.FromMinutes(2));
            answer = answer.Next == NextStageBranch.Repeat ? await run.AskAsync(answer.Step) : await run.AskAsync(answer.Step, [.. answer.Actions.Select(action => Report(action, failsAt))]);
        }

        return run;
    }

    private static ActionReport Report(ActionOrder action, string? failsAt) =>
        action.ActionName == failsAt ? new ActionReport { Status = "Failed", Message = "too slow" } : Run.Success(action);

    private Task<IReadOnlyList<Span>> TellAsync(Run run) => _suite.Get<ITraceSource>().ReadAsync(new JsonObject { ["pipeline"] = "app", ["execution-id"] = run.Id }, TestContext.Current.CancellationToken);

    private static Span Named(IReadOnlyList<Span> spans, string name) => spans.Single(span => span.Name == name);

    private static IEnumerable<string?> Told(Span span, params string[] names) => names.Select(name => span.Attributes.Single(attribute => attribute.Name == name).Value?.ToString());

    private static string Tree(IReadOnlyList<Span> spans)
    {
        return string.Join('\n', Lines(null, ""));

        IEnumerable<string> Lines(string? parent, string indent) =>
            spans.Where(span => span.ParentSpanId == parent).SelectMany(span => Lines(span.Context.SpanId, indent + "  ").Prepend(indent + span.Name));
    }
}
