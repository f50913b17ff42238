using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Choices;

/// <summary>All comparison operators by name, without their <c>Path</c> forms.</summary>
internal static class OperatorTable
{
    internal static IReadOnlyDictionary<string, Operator> Comparisons { get; } = All().ToDictionary(each => each.Name);

    internal static IReadOnlyDictionary<string, Func<Data, bool>> Types { get; } = new Dictionary<string, Func<Data, bool>>
    {
        ["IsNull"] = value => value is DataNull,
        ["IsNumeric"] = value => value is DataNumber,
        ["IsString"] = value => value is DataString,
        ["IsBoolean"] = value => value is DataBoolean,
        ["IsTimestamp"] = value => value is DataString text && Timestamp.TryParse(text.Value, out _),
    };

    private static IEnumerable<Operator> All()
    {
        foreach (var (suffix, fits) in Orders())
        {
            yield return new($"String{suffix}", "a string", IsText, (left, right) => Text(left, right) is { } order && fits(order));
            yield return new($"Numeric{suffix}", "a number", value => value is DataNumber, (left, right) => Number(left, right) is { } order && fits(order));
            yield return new($"Timestamp{suffix}", "a timestamp such as 2026-01-31T12:00:00Z", IsTime, (left, right) => Time(left, right) is { } order && fits(order));
        }

        yield return new("BooleanEquals", "true or false", value => value is DataBoolean, (left, right) => left is DataBoolean && left == right);
        yield return new("StringMatches", "a string", IsText, Matches) { HasPathForm = false };
    }

    private static IEnumerable<(string Suffix, Func<int, bool> Fits)> Orders() =>
    [
        ("Equals", order => order == 0), ("LessThan", order => order < 0), ("GreaterThan", order => order > 0),
        ("LessThanEquals", order => order <= 0), ("GreaterThanEquals", order => order >= 0),
    ];

    private static bool IsText(Data value) => value is DataString;

    private static bool IsTime(Data value) => value is DataString text && Timestamp.TryParse(text.Value, out _);

    private static int? Text(Data left, Data right) =>
        left is DataString mine && right is DataString theirs ? string.CompareOrdinal(mine.Value, theirs.Value) : null;

    private static int? Number(Data left, Data right) => left is DataNumber mine && right is DataNumber theirs ? mine.CompareTo(theirs) : null;

    private static int? Time(Data left, Data right) =>
        left is DataString mine && right is DataString theirs && Timestamp.TryParse(mine.Value, out var a) && Timestamp.TryParse(theirs.Value, out var b)
            ? a.CompareTo(b)
            : null;

    private static bool Matches(Data left, Data right) => left is DataString text && right is DataString pattern && Wildcards.Match(text.Value, pattern.Value);
}
