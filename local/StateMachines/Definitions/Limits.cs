namespace Sluice.Local.StateMachines.Definitions;

/// <summary>AWS's quotas for standard workflows.</summary>
internal static class Limits
{
    /// <summary>Bytes of UTF-8 of an input, result or output.</summary>
    internal const int PayloadBytes = 262_144;

    internal const int HistoryEvents = 25_000;

    internal const int LongestWaitSeconds = 99_999_999;

    /// <summary>AWS ends an execution after a year.</summary>
    internal static readonly TimeSpan LongestExecution = TimeSpan.FromDays(365);

    /// <summary>How far off the timestamp can be that a Wait state waits for: some 68 years.</summary>
    internal const int LongestDelaySeconds = int.MaxValue;

    /// <summary>Iterations of an inline Map that run at once.</summary>
    internal const int InlineMapConcurrency = 40;

    internal const int DefinitionBytes = 1_048_576;

    internal const int StateNameCharacters = 80;

    /// <summary>Not AWS's: deeper values would be a danger to the stack of whoever reads them.</summary>
    internal const int PayloadDepth = 500;
}
