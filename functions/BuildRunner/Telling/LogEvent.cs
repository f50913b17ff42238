namespace Sluice.BuildRunner.Telling;

/// <summary>A line of a log.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Message">With its line end, if it has one: an empty message is none.</param>
internal sealed record LogEvent(DateTimeOffset At, string Message);
