namespace Sluice.Platform.Tracing;

/// <summary>OTLP's kinds of spans, as far as the suite has them, with OTLP's numbers.</summary>
public enum SpanKind
{
    /// <summary>A part of something.</summary>
    Internal = 1,

    /// <summary>What somebody asked for: OpenTelemetry's conventions want it of a pipeline's run.</summary>
    Server = 2,
}
