namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>What a user sets of the asynchronous requests to a function, a version or an alias.</summary>
/// <param name="MaximumRetryAttempts">How often a request that the function fails for is made again, 0 to 2; null is 2.</param>
/// <param name="MaximumEventAge">In seconds, 60 to 21600: an older request is not made any more; null is six hours.</param>
/// <param name="OnSuccess">An ARN that is told of requests that were answered; null for none.</param>
/// <param name="OnFailure">An ARN that is told of requests that are given up; null for none.</param>
internal sealed record EventSettings(int? MaximumRetryAttempts, int? MaximumEventAge, string? OnSuccess, string? OnFailure, DateTimeOffset LastModified)
{
    /// <summary>If nobody says otherwise.</summary>
    public static EventSettings Default { get; } = new(null, null, null, null, DateTimeOffset.UnixEpoch);

    public int Retries => MaximumRetryAttempts ?? 2;

    public TimeSpan MostAge => TimeSpan.FromSeconds(MaximumEventAge ?? 6 * 60 * 60);
}
