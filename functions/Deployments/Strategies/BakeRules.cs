using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Strategies;

/// <summary>Whether a deployment's own alarm can see anything in the time that it is given.</summary>
internal static class BakeRules
{
    private const int MetricsDelaySeconds = 60;

    /// <summary>
    /// In AWS a metric of the last minute arrives about a minute later, so a shorter bake would end before its alarm could see anything. A period below a
    /// minute is for one machine, whose metrics come at once.
    /// </summary>
    public static IEnumerable<string> Faults(IEnumerable<TrafficStep> steps, ErrorAlarm? alarm)
    {
        var needed = alarm?.PeriodSeconds + MetricsDelaySeconds;
        return alarm is null or { PeriodSeconds: < 60 } ? [] : steps
            .Where(step => !step.Pause && step.BakeSeconds < needed)
            .Select(step => FormattableString.Invariant(
                $"the bake of {step.BakeSeconds} s at {step.Percent:0.#} % is too short for the alarm to see it; expected at least {needed} s (its period and the metrics' delay)"));
    }
}
