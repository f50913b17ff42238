namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>A line of a log.</summary>
/// <param name="Timestamp">When it was written, if that is known.</param>
/// <param name="Message">Without its line end.</param>
internal sealed record LogLine(DateTimeOffset? Timestamp, string Message)
{
    /// <summary>Of what, where there are several.</summary>
    public string? Source { get; init; }
}
