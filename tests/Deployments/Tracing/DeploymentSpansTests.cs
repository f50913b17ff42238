using System.Text.Json.Nodes;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Tracing;

namespace Sluice.Deployments.Tests.Tracing;

public sealed class DeploymentSpansTests
{
    private const string Hooks = "Hooks:\n  - BeforeAllowTraffic: hook\n";

    [Fact]
    public void A_canary_is_its_lifecycle_events_and_its_steps_below_them()
    {
        using var shop = new Shop();
        shop.World.AddHook(shop.World.ReportAsync);

        var (spans, _) = Told(shop, () => shop.CreateAsync(Shop.Ask(more: Hooks)));

        Tree(spans).ShouldBe("""
            DEPLOY shop/live
              BeforeAllowTraffic
                BeforeAllowTraffic
              AllowTraffic
                10 %
                50 %
                100 %
              AfterAllowTraffic
            """);
        spans.ShouldAllBe(span => !span.IsError && span.Start <= span.End);
        (spans[0].Kind, spans[0].ParentSpanId).ShouldBe((SpanKind.Server, null));
        Attribute(spans[0], "cicd.pipeline.result").ShouldBe("success");
        Attribute(spans[0], "sluice.deployment.platform").ShouldBe("Lambda");
        var first = spans.Single(span => span.Name == "10 %");
        (first.End - first.Start).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void A_stopped_canary_shows_its_way_back_and_the_rollbacks_own_record_tells_nothing_twice()
    {
        using var shop = new Shop();

        var (spans, id) = Told(shop, async () =>
        {
            var created = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(created);
            return created;
        });

        Tree(spans).ShouldContain("    10 %");
        var back = spans.Single(span => span.Name == "roll back");
        (back.ParentSpanId, back.IsError).ShouldBe((spans[0].Context.SpanId, false));
        Attribute(back, "sluice.deployment.stop_cause").ShouldBe("Request");
        (spans[0].IsError, Attribute(spans[0], "cicd.pipeline.result")).ShouldBe((false, "cancellation"));
        Attribute(spans[0], "sluice.deployment.outcome").ShouldBe("RolledBack");
        spans.Single(span => span.Name == "AllowTraffic").IsError.ShouldBeTrue();
        Read(shop, RollbackId.Of(id)).ShouldBeEmpty();
        Read(shop, id).Select(span => span.Context).ShouldBe(spans.Select(span => span.Context));
    }

    [Fact]
    public void A_pipelines_deployment_is_a_part_of_its_action_and_an_alarm_is_an_error_with_its_message()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");

        var (spans, record) = world.Time.Run(async () =>
        {
            var bad = new Release { Code = "bad", ErrorAlarm = "5%" };
            await world.StartAsync(bad.Manifest(world.Objects), bad.Configuration());
            await world.DelayAsync(2);
            await world.AlarmAsync($"sluice-{world.DeploymentId}");
            await world.CompleteAsync();
            var ended = await world.RecordAsync();
            return (await world.Get<ITraceSource>().ReadAsync(new JsonObject { ["deploymentId"] = ended.DeploymentId }, CancellationToken.None), ended);
        });

        var action = SpanContext.OfAction(record.Action!.PipelineExecutionId, record.Action.ActionExecutionId);
        (spans[0].Context.TraceId, spans[0].ParentSpanId, spans[0].Kind).ShouldBe((action.TraceId, action.SpanId, SpanKind.Internal));
        (spans[0].IsError, spans[0].Message).ShouldBe((true, record.Message));
        (Attribute(spans[0], "error.type"), Attribute(spans[0], "cicd.pipeline.task.type"), Attribute(spans[0], "cicd.pipeline.task.run.result")).ShouldBe(("Alarm", "deploy", "failure"));
        spans.Single(span => span.Name == "AllowTraffic").IsError.ShouldBeTrue();
        spans.ShouldAllBe(span => span.Start <= span.End);
    }

    private static (IReadOnlyList<Span> Spans, string Id) Told(Shop shop, Func<Task<string>> deploy)
    {
        var id = shop.World.Time.Run(async () =>
        {
            var created = await deploy();
            await shop.World.CompleteAsync();
            return created;
        });
        return (Read(shop, id), id);
    }

    private static IReadOnlyList<Span> Read(Shop shop, string id) =>
        shop.World.Time.Run(() => shop.World.Get<ITraceSource>().ReadAsync(new JsonObject { ["deploymentId"] = id }, CancellationToken.None));

    private static string? Attribute(Span span, string name) => span.Attributes.SingleOrDefault(attribute => attribute.Name == name)?.Value?.ToString();

    private static string Tree(IReadOnlyList<Span> spans)
    {
        return string.Join('\n', Lines(null, ""));

        IEnumerable<string> Lines(string? parent, string indent) =>
            spans.Where(span => span.ParentSpanId == parent).SelectMany(span => Lines(span.Context.SpanId, indent + "  ").Prepend(indent + span.Name));
    }
}
