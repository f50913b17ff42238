using System.Globalization;

namespace Sluice.BuildRunner.Reports.Text;

/// <summary>Numbers of coverage files. Tools count further than an int, and some write a fraction.</summary>
internal static class Count
{
    /// <returns>From 0 to the largest int; 0 for what is no number.</returns>
    public static int Of(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? (int)Math.Min(value, int.MaxValue) : 0;
}
