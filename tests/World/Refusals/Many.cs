using System.Globalization;

namespace Sluice.World.Refusals;

internal static class Many
{
    /// <summary>So many elements of a JSON list, numbered from 0.</summary>
    public static string Of(int count, string element) =>
        string.Join(',', Enumerable.Range(0, count).Select(n => string.Format(CultureInfo.InvariantCulture, element, n)));
}
