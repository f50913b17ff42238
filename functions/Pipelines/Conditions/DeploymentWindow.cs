namespace Sluice.Pipelines.Conditions;

/// <summary>The rule <c>DeploymentWindow</c>: waits until the window is open.</summary>
internal static class DeploymentWindow
{
    public static RuleVerdict Judge(IReadOnlyDictionary<string, string> configuration, DateTimeOffset now)
    {
        try
        {
            var wait = WindowCron.Parse(configuration.GetValueOrDefault("Cron", ""), configuration.GetValueOrDefault("TimeZone")).Until(now);
            return wait is null ? RuleVerdict.Of(isKept: false, "The window never opens again.")
                : wait == TimeSpan.Zero ? RuleVerdict.Of(isKept: true, "The window is open.")
                : new RuleVerdict(RuleExecutionStatus.InProgress, $"Waits until {now + wait:yyyy-MM-dd HH:mm:ss} UTC, when the window opens.", Seconds(wait.Value));
        }
        catch (FormatException e)
        {
            return RuleVerdict.Of(isKept: false, $"The window cannot be read: {e.Message}.");
        }
    }

    /// <summary>A machine waits a year at most.</summary>
    private static int Seconds(TimeSpan wait) => (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, 31_000_000);
}
