using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>One entry of <c>Retry</c>; times in seconds.</summary>
internal sealed record Retrier(ErrorMatch Errors, int IntervalSeconds, int MaxAttempts, double BackoffRate, int? MaxDelaySeconds, bool FullJitter)
{
    /// <summary>How long to wait before the retry of this number, from 0.</summary>
    internal TimeSpan Delay(int attempt, Draws draws)
    {
        var seconds = Math.Min(IntervalSeconds * Math.Pow(BackoffRate, attempt), MaxDelaySeconds ?? Limits.LongestWaitSeconds);
        return TimeSpan.FromSeconds(FullJitter ? draws.NextDouble() * seconds : seconds);
    }
}
