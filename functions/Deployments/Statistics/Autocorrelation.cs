namespace Sluice.Deployments.Statistics;

/// <summary>
/// How alike one period is to the next. A slow minute is often followed by another one, so that ten minutes say less than ten independent ones would: with a correlation r the variance of their
/// sum is (1 + r) / (1 - r) times as great, as in an autoregressive series of the first order.
/// </summary>
internal static class Autocorrelation
{
    // Four times the variance. More would call an outage of half an hour a single event, whose like could be chance.
    private const double Most = 0.6;

    /// <summary>
    /// The correlation of each difference between the versions with the next one. What befell both versions is in no difference; and a steady rise is no wave, it may be the harm itself, so it is
    /// taken out. Never negative: alternating values make no test surer.
    /// </summary>
    public static double Of(IReadOnlyList<double> differences)
    {
        var rests = WithoutTrend(differences);
        var squares = rests.Sum(rest => rest * rest);
        var neighbours = rests.Zip(rests.Skip(1), (rest, next) => rest * next).Sum();
        return neighbours <= 0 || squares <= 0 ? 0 : Math.Min(Most, Unbiased(neighbours / squares, rests.Count));
    }

    public static double Variance(double correlation) => (1 + correlation) / (1 - correlation);

    // A short series shows less than there is, since mean and trend follow it (Marriott and Pope, 1954).
    private static double Unbiased(double correlation, double length) => correlation + ((2 + (4 * correlation)) / length);

    private static List<double> WithoutTrend(IReadOnlyList<double> values)
    {
        var (mean, middle) = (values.Average(), (values.Count - 1) / 2.0);
        var places = Enumerable.Range(0, values.Count).Select(index => index - middle).ToList();
        var spread = places.Sum(place => place * place);
        var slope = spread > 0 ? values.Zip(places, (value, place) => place * (value - mean)).Sum() / spread : 0;
        return [.. values.Zip(places, (value, place) => value - mean - (slope * place))];
    }
}
