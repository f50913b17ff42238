using Microsoft.Extensions.Logging;

namespace Sluice.Platform.Tracing;

/// <summary>Tells spans to whoever looks: a line each in the log, or where the host has people look.</summary>
internal sealed class ConsoleExporter(ILogger<ConsoleExporter> logger, TraceConsole? console = null) : ISpanExporter
{
    public Task ExportAsync(IReadOnlyList<Span> spans, CancellationToken cancellationToken)
    {
        foreach (var span in spans)
        {
            Tell($"span {span.Context.TraceId}/{span.Context.SpanId} in {span.ParentSpanId ?? "-"}: {span.Name}, {(span.End - span.Start).TotalSeconds:0.000} s{(span.IsError ? $", error: {span.Message}" : "")}");
        }

        return Task.CompletedTask;
    }

    private void Tell(string line)
    {
        if (console is null)
        {
            logger.LogInformation("{Span}", line);
        }
        else
        {
            console.Tell(line);
        }
    }
}
