using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Sluice.Platform.Tracing;
using Sluice.World;

namespace Sluice.Platform.Tests.Tracing;

/// <summary>What a collector is sent, as the protocol's JSON has it.</summary>
public sealed class OtlpExporterTests
{
    private const string Key = "hunter2";
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SpanContext Root = SpanContext.Root("0f8fad5b-d9cb-469f-a165-70867728950e");
    private readonly KeptLog<OtlpExporter> _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_collector_gets_spans_in_the_shape_of_the_protocol()
    {
        (string Method, string Path, string? Type, string? Authorization, string Body) seen = ("", "", null, null, "");
        await using var collector = await LoopbackServer.StartAsync(async context =>
            seen = (context.Request.Method, context.Request.Path, context.Request.ContentType, context.Request.Headers.Authorization, await LoopbackServer.BodyAsync(context.Request)));
        using var http = OtlpExporter.NewClient();

        await Exporter(http, collector).ExportAsync(Spans(), Cancellation);

        (seen.Method, seen.Path, seen.Type, seen.Authorization).ShouldBe(("POST", "/v1/traces", "application/json", $"Bearer {Key}"));
        var resource = JsonNode.Parse(seen.Body)!["resourceSpans"]!.AsArray().ShouldHaveSingleItem()!;
        resource["resource"]!["attributes"]!.ToJsonString().ShouldBe("""[{"key":"service.name","value":{"stringValue":"sluice"}}]""");
        var scope = resource["scopeSpans"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)scope["scope"]!["name"]!).ShouldBe("sluice");
        var (root, part) = (scope["spans"]![0]!, scope["spans"]![1]!);
        JsonNode.DeepEquals(root, JsonNode.Parse($$$"""
            {"traceId": "0f8fad5bd9cb469fa16570867728950e", "spanId": "{{{Root.SpanId}}}", "name": "RUN shop", "kind": 2, "startTimeUnixNano": "1772366400000000000", "endTimeUnixNano": "1772366401500000000",
             "attributes": [{"key": "cicd.pipeline.name", "value": {"stringValue": "shop"}}, {"key": "sluice.pipeline.version", "value": {"intValue": "3"}}, {"key": "sluice.action.retried", "value": {"boolValue": true}}],
             "status": {"code": 2, "message": "no"}}
            """)).ShouldBeTrue(root.ToJsonString());
        ((string)part["parentSpanId"]!, (int)part["kind"]!, part["status"]!.ToJsonString()).ShouldBe((Root.SpanId, 1, "{}"));
        part["endTimeUnixNano"]!.ToJsonString().ShouldBe(part["startTimeUnixNano"]!.ToJsonString(), "no span is shorter than nothing, even if the clock was set back");
        part["links"]!.AsArray().ShouldHaveSingleItem()!["traceId"]!.ToJsonString().ShouldMatch("^\"[0-9a-f]{32}\"$");
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_a_collector_may_take_later_is_thrown_without_what_was_sent(int status)
    {
        await using var collector = await LoopbackServer.StartAsync(context => Answer(context, status));
        using var http = OtlpExporter.NewClient();

        var thrown = await Should.ThrowAsync<ExportFailedException>(() => Exporter(http, collector).ExportAsync(Spans(), Cancellation));

        thrown.Message.ShouldBe($"The collector {collector.Address}/v1/traces answered {status}.");
    }

    [Theory]
    [InlineData(401)]
    [InlineData(302)]
    public async Task What_a_collector_never_takes_is_noted_and_not_sent_again(int status)
    {
        var calls = 0;
        await using var collector = await LoopbackServer.StartAsync(context =>
        {
            calls++;
            context.Response.Headers.Location = "/elsewhere";
            return Answer(context, status);
        });
        using var http = OtlpExporter.NewClient();

        await Exporter(http, collector).ExportAsync(Spans(), Cancellation);

        calls.ShouldBe(1);
        _log.Lines.ShouldHaveSingleItem().ShouldContain($"answered {status}");
        _log.Lines[0].ShouldNotContain(Key);
    }

    [Fact]
    public async Task A_collector_that_does_not_answer_is_given_up_in_time()
    {
        var time = new SteppedTime();
        await using var collector = await LoopbackServer.StartAsync(context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using var http = OtlpExporter.NewClient();
        var exporter = new OtlpExporter(http, Settings(new Uri($"{collector.Address}/v1/traces")), time, _log);

        var export = exporter.ExportAsync(Spans(), Cancellation);
        (await time.EndWaitAsync(Cancellation)).ShouldBe(TimeSpan.FromSeconds(10));

        (await Should.ThrowAsync<ExportFailedException>(() => export)).Message.ShouldEndWith("did not answer within 10 s.");
    }

    [Fact]
    public async Task A_collector_that_is_not_there_is_told_without_a_password_of_its_address()
    {
        using var http = OtlpExporter.NewClient();
        var exporter = new OtlpExporter(http, Settings(new Uri($"http://me:{Key}@127.0.0.1:1/v1/traces?key={Key}")), new FakeTimeProvider(), _log);

        (await Should.ThrowAsync<ExportFailedException>(() => exporter.ExportAsync(Spans(), Cancellation))).ToString().ShouldNotContain(Key);
    }

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private OtlpExporter Exporter(HttpClient http, LoopbackServer collector) => new(http, Settings(new Uri($"{collector.Address}/v1/traces")), TimeProvider.System, _log);

    private static TraceSettings Settings(Uri endpoint) => new(TraceExporterKind.Otlp) { Endpoint = endpoint, Headers = [new("Authorization", $"Bearer {Key}")] };

    private static IReadOnlyList<Span> Spans() =>
    [
        new(Root, null, "RUN shop", Start, Start.AddSeconds(1.5))
        {
            Kind = SpanKind.Server, IsError = true, Message = "no",
            Attributes = [new("cicd.pipeline.name", "shop"), new("sluice.pipeline.version", 3), new("sluice.action.retried", true), new("sluice.none", null)],
        },
        Span.PartOf(Root, "Build", Start, Start.AddSeconds(-1), "stage", "Build") with { Links = [SpanContext.Root("other")] },
    ];
}
