namespace Sluice.Local.Cloud.Alarms;

/// <summary>
/// CloudWatch's decision about an alarm's state. Real data comes first: if the evaluation range holds N real values, the last N decide and missing data does not matter. Only what is
/// lacking to N is filled in as the alarm says.
/// </summary>
internal static class AlarmJudge
{
    /// <param name="plan">The alarm.</param>
    /// <param name="range">One value for each period of the evaluation range, oldest first.</param>
    /// <returns>The state; null to stay in the one that is.</returns>
    public static string? Judge(AlarmPlan plan, IReadOnlyList<double?> range)
    {
        var real = range.OfType<double>().TakeLast(plan.Evaluations).ToList();
        var breaching = real.Count(plan.IsBreaching);
        var lacking = plan.Evaluations - real.Count;
        if (lacking == 0)
        {
            return State(breaching, plan);
        }

        return plan.MissingData switch
        {
            "breaching" => State(breaching + lacking, plan),
            "notBreaching" => State(breaching, plan),
            var treatment => WithoutFilling(plan, range, real.Count, breaching, ignore: treatment == "ignore"),
        };
    }

    /// <summary>Missing data is no data: what there is decides, but too little of it does not raise an alarm at once.</summary>
    private static string? WithoutFilling(AlarmPlan plan, IReadOnlyList<double?> range, int real, int breaching, bool ignore)
    {
        if (real == 0)
        {
            return ignore ? null : AlarmStates.InsufficientData;
        }

        if (breaching >= plan.ToAlarm || breaching < real)
        {
            return State(breaching, plan);
        }

        // All that is known is breaching, and it is less than M: an alarm only when the first of it is M periods old, for then nothing that comes can undo it.
        return !ignore && OldestAge(range) >= plan.ToAlarm ? AlarmStates.Alarm : null;
    }

    /// <summary>How many periods ago the oldest value of the whole evaluation range came; the newest has the age 1.</summary>
    private static int OldestAge(IReadOnlyList<double?> range) => range.SkipWhile(value => value is null).Count();

    private static string State(int breaching, AlarmPlan plan) => breaching >= plan.ToAlarm ? AlarmStates.Alarm : AlarmStates.Ok;
}
