using System.Globalization;

namespace Sluice.Local.Cloud.Alarms.Rules;

/// <summary>The numbers that CloudWatch stores: 0, and those whose size is 2^-360 to 2^360. Products and sums of any number of them are finite.</summary>
internal static class MetricNumber
{
    private static readonly double Largest = System.Math.Pow(2, 360);
    private static readonly double Smallest = System.Math.Pow(2, -360);

    public static bool IsOne(double value) => value == 0 || (System.Math.Abs(value) is var size && size >= Smallest && size <= Largest);

    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
