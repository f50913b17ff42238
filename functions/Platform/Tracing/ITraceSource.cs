using System.Text.Json.Nodes;

namespace Sluice.Platform.Tracing;

/// <summary>What a service tells of its runs in a trace. Each reads its own records, and knows by <see cref="SpanContext"/> of whose trace they are a part.</summary>
public interface ITraceSource
{
    /// <summary>The event that tells of an end.</summary>
    string DetailType { get; }

    /// <summary>All that there is to tell of what has ended; nothing if it is gone, or goes on again.</summary>
    Task<IReadOnlyList<Span>> ReadAsync(JsonObject detail, CancellationToken cancellationToken);
}
