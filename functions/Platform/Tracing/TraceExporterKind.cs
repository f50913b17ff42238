namespace Sluice.Platform.Tracing;

/// <summary>To whom traces are told.</summary>
public enum TraceExporterKind
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>A collector, by OTLP.</summary>
    Otlp,

    /// <summary>Whoever looks at the program.</summary>
    Console,
}
