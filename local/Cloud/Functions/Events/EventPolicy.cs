namespace Sluice.Local.Cloud.Functions.Events;

/// <summary>Lambda's rules of asynchronous requests: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html.</summary>
internal static class EventPolicy
{
    public const string RetriesExhausted = "RetriesExhausted";
    public const string AgeExceeded = "EventAgeExceeded";

    private static readonly TimeSpan[] AfterFailures = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)];
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>What follows a function's failure.</summary>
    /// <param name="failures">This one included.</param>
    /// <param name="age">Of the request by now.</param>
    public static EventStep AfterFailure(int failures, TimeSpan age, EventSettings settings) => failures > settings.Retries
        ? EventStep.GiveUp(RetriesExhausted)
        : Later(AfterFailures[failures - 1], age, settings);

    /// <summary>What follows if the function did not get the request: there was no process free, or its version is not active.</summary>
    /// <param name="refusals">This one included, since it last got it.</param>
    public static EventStep AfterRefusal(int refusals, TimeSpan age, EventSettings settings) =>
        Later(TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(refusals - 1, 30)))), age, settings);

    private static EventStep Later(TimeSpan pause, TimeSpan age, EventSettings settings) =>
        age + pause > settings.MostAge ? EventStep.GiveUp(AgeExceeded) : new EventStep(pause, null);
}
