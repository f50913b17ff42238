namespace Sluice.Local.Cloud.Alarms.Math;

/// <summary><c>SUM([a, b])</c> and its like: over those of the list that are not missing at the time. A result that is no number is missing.</summary>
internal sealed record AggregateNode(string Function, IReadOnlyList<MathNode> Series) : MathNode
{
    public static readonly string[] Functions = ["SUM", "AVG", "MIN", "MAX"];

    public override double? At(Func<string, double?> metric)
    {
        var values = Series.Select(series => series.At(metric)).OfType<double>().ToList();
        return values.Count > 0 && Compute(values) is var result && double.IsFinite(result) ? result : null;
    }

    public override IEnumerable<string> References() => Series.SelectMany(series => series.References());

    private double Compute(List<double> values) => Function switch
    {
        "SUM" => values.Sum(),
        "AVG" => values.Average(),
        "MIN" => values.Min(),
        _ => values.Max(),
    };
}
