namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>Something that has a log.</summary>
internal interface ILogSource
{
    /// <summary>Whether no more lines will come; known after a read.</summary>
    bool IsOver { get; }

    /// <summary>The lines that have come since the last time.</summary>
    Task<IReadOnlyList<LogLine>> ReadAsync(CancellationToken stop);
}
