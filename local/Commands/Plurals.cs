using System.Globalization;

namespace Sluice.Local.Commands;

/// <summary>Numbers of things.</summary>
internal static class Plurals
{
    /// <summary>E.g. <c>1 file</c>, <c>2 files</c>.</summary>
    public static string Of(long count, string thing) => string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
