namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>EventBridge's RetryPolicy: 185 more tries in 24 hours if nothing else is said.</summary>
internal sealed record RetryPolicy(int? MaximumRetryAttempts, int? MaximumEventAgeInSeconds)
{
    private const int LongestPause = 15 * 60;

    public static RetryPolicy Default { get; } = new(null, null);

    public int Retries => MaximumRetryAttempts ?? 185;

    public TimeSpan MostAge => TimeSpan.FromSeconds(MaximumEventAgeInSeconds ?? 24 * 60 * 60);

    /// <summary>How long to wait after a failure; null if it was the last try.</summary>
    public TimeSpan? Pause(int failures, TimeSpan age)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause, Math.Pow(2, Math.Min(failures - 1, 20))));
        return failures > Retries || age + pause > MostAge ? null : pause;
    }

    /// <summary>Which of its two bounds ended the tries.</summary>
    public string Exhausted(int failures) => failures > Retries ? nameof(MaximumRetryAttempts) : nameof(MaximumEventAgeInSeconds);
}
