namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>Random numbers of some distributions, the same for the same seed on every machine.</summary>
internal sealed class Draws(int seed)
{
    private const double MostForInversion = 50;
    private readonly Random _random = new(seed);

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    /// <summary>How many requests come where so many are expected.</summary>
    public int Poisson(double mean)
    {
        if (mean > MostForInversion)
        {
            return (int)Math.Max(0, Math.Round(mean + (Math.Sqrt(mean) * Normal())));
        }

        var (count, product) = (0, _random.NextDouble());
        for (var least = Math.Exp(-mean); product > least; product *= _random.NextDouble())
        {
            count++;
        }

        return count;
    }

    /// <summary>How many of so many fail: from one failure to the next.</summary>
    public int Binomial(int all, double probability)
    {
        if (probability is <= 0 or >= 1)
        {
            return probability >= 1 ? all : 0;
        }

        var count = -1;
        for (var at = 0.0; at <= all; count++)
        {
            at += Math.Floor(Math.Log(1 - _random.NextDouble()) / Math.Log(1 - probability)) + 1;
        }

        return count;
    }

    /// <summary>An autoregressive series of the first order with a deviation of 1.</summary>
    public double[] Series(int count, double correlation)
    {
        var values = new double[count];
        for (var index = 0; index < count; index++)
        {
            values[index] = index == 0 ? Normal() : (correlation * values[index - 1]) + (Math.Sqrt(1 - (correlation * correlation)) * Normal());
        }

        return values;
    }
}
