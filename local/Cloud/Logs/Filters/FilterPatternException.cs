namespace Sluice.Local.Cloud.Logs.Filters;

/// <summary>A filter pattern cannot be read, or asks for what this machine does not filter by.</summary>
internal sealed class FilterPatternException(string message) : Exception(message);
