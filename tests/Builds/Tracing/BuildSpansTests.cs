using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Model;
using Sluice.Builds.Running;
using Sluice.Builds.Tracing;
using Sluice.Platform.Runs;
using Sluice.Platform.Tracing;

namespace Sluice.Builds.Tests.Tracing;

public sealed class BuildSpansTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_pipelines_build_is_a_part_of_its_action_and_has_its_phases()
    {
        var build = await RecordedAsync() with
        {
            Status = BuildStatus.Failed, SubmittedAt = Start, BegunAt = Start.AddSeconds(2), EndedAt = Start.AddSeconds(9), Message = "the build failed",
            ProgramPhases =
            [
                PhaseRecord.Between(PhaseType.DownloadSource, BuildStatus.Succeeded, Start.AddSeconds(3), Start.AddSeconds(4)),
                PhaseRecord.Between(PhaseType.Build, BuildStatus.Failed, Start.AddSeconds(4), Start.AddSeconds(8), new PhaseFault("COMMAND_EXECUTION_ERROR", "exit status 2")),
                PhaseRecord.Between(PhaseType.Completed, BuildStatus.Succeeded, Start.AddSeconds(9), Start.AddSeconds(9)),
            ],
        };

        var spans = BuildSpans.Of(build);

        var action = SpanContext.OfAction("run-1", "action-1");
        (spans[0].Context.TraceId, spans[0].ParentSpanId, spans[0].Kind, spans[0].IsError, spans[0].Message).ShouldBe((action.TraceId, action.SpanId, SpanKind.Internal, true, "the build failed"));
        Told(spans[0], "cicd.pipeline.task.run.result", "cicd.pipeline.task.type", "error.type", "sluice.build.id").ShouldBe(["failure", "build", "FAILED", build.FullId()]);
        spans.Skip(1).Select(span => (span.Name, span.Start - Start, span.End - Start)).ShouldBe(
            [("QUEUED", Seconds(0), Seconds(2)), ("PROVISIONING", Seconds(2), Seconds(3)), ("DOWNLOAD_SOURCE", Seconds(3), Seconds(4)), ("BUILD", Seconds(4), Seconds(8))]);
        spans.Skip(1).ShouldAllBe(span => span.ParentSpanId == spans[0].Context.SpanId && span.Context.TraceId == action.TraceId);
        (spans[^1].IsError, spans[^1].Message).ShouldBe((true, "COMMAND_EXECUTION_ERROR: exit status 2"));
        BuildSpans.Of(build).Select(span => span.Context).ShouldBe(spans.Select(span => span.Context));
    }

    [Fact]
    public async Task A_build_that_stands_alone_is_a_trace_of_its_own()
    {
        var build = await RecordedAsync() with { PartOf = null, Action = null, Status = BuildStatus.Succeeded, EndedAt = Start.AddYears(1) };

        var root = BuildSpans.Of(build)[0];

        (root.Context, root.ParentSpanId, root.Kind, root.IsError).ShouldBe((SpanContext.Root(build.BuildId), null, SpanKind.Server, false));
        Told(root, "cicd.pipeline.name", "cicd.pipeline.action.name", "cicd.pipeline.result").ShouldBe([build.ProjectName, "BUILD", "success"]);
    }

    [Fact]
    public async Task Builds_of_a_batch_share_a_trace()
    {
        var build = await RecordedAsync() with { PartOf = null, Action = null, Status = BuildStatus.Stopped, EndedAt = Start.AddYears(1) };

        var contexts = new[] { "one", "two" }.Select(id => BuildSpans.Of(build with { BuildId = id, Batch = new BatchMember("b", id) })[0].Context).ToList();

        contexts.Select(context => context.TraceId).Distinct().ShouldHaveSingleItem().ShouldBe(SpanContext.Root("b").TraceId);
        contexts.ShouldBeUnique();
    }

    [Fact]
    public async Task Only_what_has_ended_is_told_and_found_by_the_events_arn()
    {
        using var builds = new BuildsFixture();
        await builds.Start.RunAsync(BuildsFixture.Request(), TestContext.Current.CancellationToken);
        var detail = new JsonObject { ["build-id"] = $"arn:aws:codebuild:us-east-1:123456789012:build/shop:{BuildsFixture.BuildId}" };
        (await builds.Get<ITraceSource>().ReadAsync(detail, TestContext.Current.CancellationToken)).ShouldBeEmpty();

        await builds.Store.DecideAsync(BuildsFixture.BuildId, seen => new Decision<BuildRecord, bool>(seen with { Status = BuildStatus.Stopped, EndedAt = seen.SubmittedAt }, true), TestContext.Current.CancellationToken);

        (await builds.Get<ITraceSource>().ReadAsync(detail, TestContext.Current.CancellationToken))[0].Name.ShouldBe("build shop");
    }

    [Theory]
    [InlineData(TraceExporterKind.Otlp)]
    [InlineData(TraceExporterKind.None)]
    public async Task A_build_is_told_its_span_while_traces_are_told(TraceExporterKind exporter)
    {
        using var builds = new BuildsFixture(traces: new TraceSettings(exporter));
        await builds.Start.RunAsync(BuildsFixture.Request(), TestContext.Current.CancellationToken);
        var build = await builds.Store.GetAsync(BuildsFixture.BuildId, TestContext.Current.CancellationToken);

        BuildJob job = await builds.Get<BuildJobs>().OfAsync(build, TestContext.Current.CancellationToken);

        job.ServiceVariables.GetValueOrDefault("TRACEPARENT").ShouldBe(exporter == TraceExporterKind.None ? null : BuildTrace.Of(build).TraceParent());
    }

    private static async Task<BuildRecord> RecordedAsync()
    {
        using var builds = new BuildsFixture();
        await builds.Start.RunAsync(BuildsFixture.Request(), TestContext.Current.CancellationToken);
        return await builds.Store.GetAsync(BuildsFixture.BuildId, TestContext.Current.CancellationToken);
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);

    private static IEnumerable<string?> Told(Span span, params string[] names) => names.Select(name => span.Attributes.Single(attribute => attribute.Name == name).Value?.ToString());
}
