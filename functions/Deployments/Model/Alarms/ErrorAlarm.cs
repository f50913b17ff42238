namespace Sluice.Deployments.Model.Alarms;

/// <summary>
/// What a deployment's own alarm watches, and what a step needs to be called good by it. Only a function's versions have the metrics for it, so it is a part of Lambda's plan.
/// </summary>
/// <param name="Percent">From which share of failed requests it fires.</param>
/// <param name="PeriodSeconds">Its period. Below a minute the metrics are those of one machine.</param>
public sealed record ErrorAlarm(decimal Percent, int PeriodSeconds)
{
    /// <summary>With fewer requests to the new version since its step began nothing is known of it.</summary>
    public const int FewestRequests = 5;

    /// <summary>What follows if a step's requests stay too few.</summary>
    public TooFewRequests TooFew { get; init; }

    /// <summary>How much longer a step waits for the requests that are lacking, in seconds.</summary>
    public int WaitSeconds { get; init; } = DefaultWait(PeriodSeconds);

    /// <summary>How long that is unless it is said: metrics that come by the minute need minutes.</summary>
    public static int DefaultWait(int periodSeconds) => periodSeconds < 60 ? 60 : 300;

    /// <summary>The name of the alarm of a deployment of this id.</summary>
    public static string Name(string deploymentId) => $"sluice-{deploymentId}";
}
