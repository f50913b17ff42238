using System.Globalization;

namespace Sluice.Deployments.Statistics;

/// <summary>Numbers for people: four digits that count.</summary>
internal static class Figure
{
    public static string Of(double value) => value.ToString(Math.Abs(value) is >= 1e4 and < 1e15 ? "0" : "G4", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value > 0 ? $"+{Of(value)}" : Of(value);
}
