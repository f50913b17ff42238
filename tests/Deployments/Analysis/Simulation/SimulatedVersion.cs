namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>What the requests of one version came to, by the minute.</summary>
internal sealed record SimulatedVersion(int[] Requests, int[] Errors, double[][] Latencies)
{
    public static SimulatedVersion Draw(Traffic traffic, bool isNew, Behaviour behaviour, bool withLatencies, Draws draws)
    {
        var minutes = draws.Series(traffic.Minutes, behaviour.Correlation).Select(value => Math.Exp(behaviour.OwnMinutes * value)).ToArray();
        var requests = minutes.Select(_ => draws.Poisson(traffic.PerMinuteOf(isNew))).ToArray();
        return new SimulatedVersion(
            requests,
            [.. requests.Zip(minutes, (count, factor) => draws.Binomial(count, Math.Min(1, behaviour.ErrorPercent / 100 * factor)))],
            [.. requests.Zip(minutes, (count, factor) => withLatencies ? DrawLatencies(count, behaviour, factor, draws) : [])]);
    }

    /// <summary>CloudWatch's value for a minute; null where it has no point.</summary>
    public double? Value(string metric, string stat, int minute) => metric switch
    {
        "Invocations" => Requests[minute] > 0 ? Requests[minute] : null,
        "Errors" => Errors[minute] > 0 ? Errors[minute] : null,
        _ => Latencies[minute].Length == 0 ? null : Statistic(stat, Latencies[minute]),
    };

    private static double Statistic(string stat, double[] sorted) => stat switch
    {
        "SampleCount" => sorted.Length,
        "Average" => sorted.Average(),
        "p90" => sorted[(int)Math.Ceiling(0.9 * sorted.Length) - 1],
        _ => Trimmed(stat[3..^1].Split(':'), sorted),
    };

    private static double Trimmed(string[] bounds, double[] sorted)
    {
        var (low, high) = (bounds[0].Length == 0 ? double.NegativeInfinity : double.Parse(bounds[0]), bounds[1].Length == 0 ? double.PositiveInfinity : double.Parse(bounds[1]));
        return sorted.Count(value => value > low && value <= high);
    }

    private static double[] DrawLatencies(int count, Behaviour behaviour, double factor, Draws draws)
    {
        var values = new double[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = behaviour.Latency * factor * Math.Exp(behaviour.Spread * draws.Normal());
        }

        Array.Sort(values);
        return values;
    }
}
