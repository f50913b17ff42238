namespace Sluice.Platform.Tracing;

/// <summary>Hands spans on to who collects them.</summary>
public interface ISpanExporter
{
    /// <exception cref="ExportFailedException">They were not taken, and may be if they are sent once more.</exception>
    Task ExportAsync(IReadOnlyList<Span> spans, CancellationToken cancellationToken);
}
