namespace Sluice.Deployments.Protocol.Steps;

/// <summary>What happened, within bounds: a deployment of a thousand steps is one item of at most 400 KB, and is written at each.</summary>
internal static class StepHistory
{
    private const int Most = 200;

    /// <summary>Of more steps than are kept, the first ones and the last ones are.</summary>
    public static IReadOnlyList<StepRecord> With(IReadOnlyList<StepRecord> history, StepRecord next) =>
        history.Count < Most ? [.. history, next] : [.. history.Take(Most / 2), .. history.Skip((Most / 2) + 1), next];
}
