namespace Sluice.Platform.Tracing;

/// <summary>How runs, builds and deployments are told as traces.</summary>
/// <param name="Exporter">To whom.</param>
public sealed record TraceSettings(TraceExporterKind Exporter)
{
    /// <summary>Nothing is told.</summary>
    public static readonly TraceSettings Off = new(TraceExporterKind.None);

    /// <summary>Whether anything is told.</summary>
    public bool IsOn => Exporter != TraceExporterKind.None;

    /// <summary>Where a collector takes traces.</summary>
    public Uri Endpoint { get; init; } = new("http://localhost:4318/v1/traces");

    /// <summary>What the collector wants to be sent with them. Secrets.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>How long the collector may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Who tells them; <c>service.name</c> among them.</summary>
    public IReadOnlyList<SpanAttribute> Resource { get; init; } = [new("service.name", TraceVariables.DefaultService)];

    /// <summary>Without the headers.</summary>
    public override string ToString() => $"{Exporter} to {Endpoint.GetLeftPart(UriPartial.Path)}";
}
