using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Platform.Tracing;

namespace Sluice.Platform.Tests.Tracing;

public sealed class ExportTracesTests : ITraceSource, ISpanExporter
{
    private static readonly EndedWork Ended = new("Thing Ended", new JsonObject { ["id"] = "one" });
    private readonly List<IReadOnlyList<Span>> _told = [];
    private int _failures;

    string ITraceSource.DetailType => "Thing Ended";

    Task<IReadOnlyList<Span>> ITraceSource.ReadAsync(JsonObject detail, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Span>>((string)detail["id"]! == "gone" ? [] : [new Span(SpanContext.Root((string)detail["id"]!), null, "thing", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch)]);

    Task ISpanExporter.ExportAsync(IReadOnlyList<Span> spans, CancellationToken cancellationToken)
    {
        if (_failures-- > 0)
        {
            throw new ExportFailedException("not now");
        }

        _told.Add(spans);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_event_that_comes_twice_tells_the_same_spans()
    {
        await Use().RunAsync(Ended, TestContext.Current.CancellationToken);
        await Use().RunAsync(Ended, TestContext.Current.CancellationToken);

        _told.Count.ShouldBe(2);
        _told[0][0].Context.ShouldBe(_told[1][0].Context);
    }

    [Fact]
    public async Task What_is_not_taken_is_thrown_so_that_the_event_comes_again()
    {
        _failures = 1;

        await Should.ThrowAsync<ExportFailedException>(() => Use().RunAsync(Ended, TestContext.Current.CancellationToken));
        await Use().RunAsync(Ended, TestContext.Current.CancellationToken);

        _told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_told_when_it_is_off_or_of_what_is_gone_or_of_other_events()
    {
        await Use(TraceSettings.Off).RunAsync(Ended, TestContext.Current.CancellationToken);
        await Use().RunAsync(Ended with { Detail = new JsonObject { ["id"] = "gone" } }, TestContext.Current.CancellationToken);
        await Use().RunAsync(Ended with { Detail = null }, TestContext.Current.CancellationToken);
        await Use().RunAsync(Ended with { DetailType = "Other" }, TestContext.Current.CancellationToken);

        _told.ShouldBeEmpty();
    }

    private ExportTraces Use(TraceSettings? settings = null) => new([this], settings ?? new TraceSettings(TraceExporterKind.Otlp), this, NullLogger<ExportTraces>.Instance);
}
