using System.Globalization;
using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Analysis.Reading;

/// <summary>Numbers within bounds, and percentages.</summary>
internal static class NumberText
{
    /// <summary>The member's number, if <paramref name="fits"/>.</summary>
    public static double? Number(MappingReader map, string name, string expected, Func<double, bool> fits)
    {
        if (map.OptionalNumber(name) is not { } number)
        {
            return null;
        }

        if (fits((double)number))
        {
            return (double)number;
        }

        map.Fault(name, $"{expected} was expected, not {number.ToString(CultureInfo.InvariantCulture)}");
        return null;
    }

    /// <summary><c>10%</c> is relative, <c>0.5</c> is in the metric's unit.</summary>
    public static MinimumChange? Change(MappingReader map, string name)
    {
        if (map.OptionalString(name) is not { } text)
        {
            return null;
        }

        var isRelative = text.EndsWith('%');
        if (decimal.TryParse(isRelative ? text[..^1].TrimEnd() : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return new MinimumChange((double)amount, isRelative);
        }

        map.Fault(name, $"a number in the metric's unit, or percent of the old version's level such as 10%, was expected, not '{text}'");
        return null;
    }
}
