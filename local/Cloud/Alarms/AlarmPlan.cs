using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>A definition that has been checked and made ready to evaluate.</summary>
/// <param name="Period">Seconds.</param>
/// <param name="Evaluations">N of M of N.</param>
/// <param name="ToAlarm">M of M of N.</param>
/// <param name="Value">The watched value of the period that starts at a second; null if it is missing.</param>
internal sealed record AlarmPlan(
    int Period, int Evaluations, int ToAlarm, string Comparison, double Threshold, string MissingData, Func<MetricStore, long, double?> Value)
{
    private const int Minute = 60;
    private const int HighResolution = 10;

    /// <summary>How many periods are looked at, so that real data can stand in for missing data: CloudWatch's examples have 5 for 3.</summary>
    public int Range => Evaluations + 2;

    /// <summary>
    /// How many seconds are from one evaluation to the next. The window slides: a period of a minute or more is judged every minute over the periods up to then, one of 10, 20 or 30 seconds every
    /// 10. The shorter ones, which only this machine has, are judged at each of their ends.
    /// </summary>
    public int Cadence => Period switch
    {
        >= Minute => Minute,
        >= HighResolution => HighResolution,
        _ => Period,
    };

    public bool IsBreaching(double value) => Comparison switch
    {
        "GreaterThanThreshold" => value > Threshold,
        "GreaterThanOrEqualToThreshold" => value >= Threshold,
        "LessThanThreshold" => value < Threshold,
        _ => value <= Threshold,
    };
}
