using System.Text.Json;

namespace Sluice.BuildRunner.Tools.Splitting;

/// <summary>How long test files took: a JSON object from file names to seconds.</summary>
internal static class TestDurations
{
    /// <returns>Null if it is something else.</returns>
    public static IReadOnlyDictionary<string, double>? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, double>>(json) ?? [];
            return read.Values.All(seconds => seconds is >= 0 and < double.PositiveInfinity) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
