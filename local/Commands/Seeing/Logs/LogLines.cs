namespace Sluice.Local.Commands.Seeing.Logs;

/// <summary>What <c>logs --json</c> prints.</summary>
internal sealed record LogLines(IReadOnlyList<LogLine> Events);
