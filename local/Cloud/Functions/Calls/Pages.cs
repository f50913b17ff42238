using System.Globalization;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Lambda's lists: at most fifty a page, and a marker that leads to the next.</summary>
internal static class Pages
{
    private const int Largest = 50;

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The marker is none of these, or the number is none.</exception>
    public static (IReadOnlyList<T> Page, string? Next) Of<T>(IEnumerable<T> all, string? marker, int? maxItems)
    {
        if (maxItems is < 1 or > 10_000)
        {
            throw LambdaErrors.InvalidParameter($"MaxItems is {maxItems}, and must be 1 to 10000");
        }

        var start = 0;
        if (marker is not null && !int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out start))
        {
            throw LambdaErrors.InvalidParameter($"'{marker}' is no Marker that an earlier answer gave");
        }

        var rest = all.Skip(start).ToList();
        var page = rest.Take(Math.Min(maxItems ?? Largest, Largest)).ToList();
        return (page, page.Count < rest.Count ? (start + page.Count).ToString(CultureInfo.InvariantCulture) : null);
    }
}
