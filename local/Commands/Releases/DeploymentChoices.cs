using Sluice.Deployments.Model.Alarms;

namespace Sluice.Local.Commands.Releases;

/// <summary>How a repository's deployments go.</summary>
/// <param name="Strategy">E.g. <c>Steps.10@5s,50@5s</c>.</param>
/// <param name="Alarm">The error rate in percent from which the new version is rolled back; null sets no alarm, and no step needs requests.</param>
/// <param name="HookTimeout">How long a hook may take to report.</param>
internal sealed record DeploymentChoices(string Strategy, double? Alarm, TimeSpan HookTimeout)
{
    /// <summary>CodeDeploy's hour.</summary>
    public static readonly TimeSpan LongestHook = TimeSpan.FromHours(1);

    /// <summary>What is taken unless something else is said.</summary>
    public static DeploymentChoices Default { get; } = new("Steps.10@5s,50@5s", 5, LongestHook);

    /// <summary>Whether the user has said the strategy. Only then must the appspec have none; else its own wins.</summary>
    public bool IsStrategyChosen { get; init; }

    /// <summary>How long the new version is watched after all traffic is moved, in seconds; null is not at all.</summary>
    public int? FinalBake { get; init; }

    /// <summary>What is done with a step without enough requests.</summary>
    public TooFewRequests TooFew { get; init; }

    /// <summary>How much longer such a step waits for them, in seconds.</summary>
    public int TooFewWait { get; init; } = ErrorAlarm.DefaultWait(periodSeconds: 1);
}
