using Microsoft.Extensions.Logging;

namespace Sluice.Platform.Tracing;

/// <summary>
/// Tells who collects traces of a run, a build or a deployment that has ended. The records are read once more, so an event that comes twice tells the same spans. What is not taken is thrown: whoever calls this for an
/// event calls it again a few times and then gives up, and nothing waits for it.
/// </summary>
public sealed class ExportTraces(IEnumerable<ITraceSource> sources, TraceSettings settings, ISpanExporter exporter, ILogger<ExportTraces> logger)
{
    private readonly IReadOnlyDictionary<string, ITraceSource> _sources = sources.ToDictionary(source => source.DetailType, StringComparer.Ordinal);

    /// <summary>Safe to repeat.</summary>
    /// <exception cref="ExportFailedException">The spans were not taken.</exception>
    public async Task RunAsync(EndedWork happened, CancellationToken cancellationToken = default)
    {
        if (!settings.IsOn || happened.Detail is not { } detail || !_sources.TryGetValue(happened.DetailType, out var source))
        {
            return;
        }

        if (await source.ReadAsync(detail, cancellationToken) is { Count: > 0 } spans)
        {
            await exporter.ExportAsync(spans, cancellationToken);
            logger.LogInformation("{Count} spans of the trace {Trace} are told", spans.Count, spans[0].Context.TraceId);
        }
    }
}
