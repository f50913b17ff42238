namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>Which periods an alarm may have, and how far back they may reach together.</summary>
internal static class AlarmPeriodRules
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int Week = 7 * Day;

    /// <summary>1 and 5 s, which CloudWatch has for metrics and not for alarms, are a lift that docs/local-cloud.md lists.</summary>
    public static bool IsPeriod(int seconds) => seconds is 1 or 5 or 10 or 20 or 30 || (seconds > 0 && seconds % 60 == 0);

    public static IEnumerable<string> Faults(int period, int? evaluations)
    {
        if (!IsPeriod(period))
        {
            yield return $"Period must be 10, 20, 30 or a multiple of 60, and here 1 or 5 too; it is {period}";
        }

        var reach = (long)period * (evaluations ?? 1);
        if (period < Hour && reach > Day)
        {
            yield return $"Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= {Day}) for alarms using period < {Hour}";
        }

        if (period >= Hour && reach > Week)
        {
            yield return $"Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= {Week}) for alarms using period >= {Hour}";
        }
    }
}
