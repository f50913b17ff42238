namespace Sluice.Local.StateMachines.Paths;

/// <summary>Reads what stands between <c>?(</c> and <c>)</c>: comparisons joined with <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and brackets.</summary>
internal static class FilterParser
{
    // A longer operator before one that it starts with.
    private static readonly (string Text, FilterOperator How)[] Operators =
    [
        ("==", FilterOperator.Equal), ("!=", FilterOperator.NotEqual), ("<=", FilterOperator.AtMost), (">=", FilterOperator.AtLeast),
        ("<", FilterOperator.Less), (">", FilterOperator.Greater), ("in ", FilterOperator.In), ("nin ", FilterOperator.NotIn),
        ("subsetof ", FilterOperator.SubsetOf), ("anyof ", FilterOperator.AnyOf), ("noneof ", FilterOperator.NoneOf),
        ("contains ", FilterOperator.Contains), ("size ", FilterOperator.Size), ("empty ", FilterOperator.Empty),
    ];

    internal static Filter Parse(Cursor cursor) => cursor.Nested(() => Joined(cursor, "||", () => Joined(cursor, "&&", () => Single(cursor), All), Any));

    private static Filter All(List<Filter> filters) => new AllOf(filters);

    private static Filter Any(List<Filter> filters) => new AnyOf(filters);

    private static Filter Joined(Cursor cursor, string by, Func<Filter> next, Func<List<Filter>, Filter> join)
    {
        var filters = new List<Filter> { next() };
        cursor.SkipSpace();
        while (cursor.TryTake(by))
        {
            filters.Add(next());
            cursor.SkipSpace();
        }

        return filters.Count == 1 ? filters[0] : join(filters);
    }

    private static Filter Single(Cursor cursor)
    {
        cursor.SkipSpace();
        if (cursor.TryTake('!'))
        {
            return new Inverse(cursor.Nested(() => Single(cursor)));
        }

        if (!cursor.TryTake('('))
        {
            return Compared(cursor);
        }

        var inner = Parse(cursor);
        cursor.SkipSpace();
        cursor.Take(')');
        return inner;
    }

    private static Filter Compared(Cursor cursor)
    {
        var left = OperandParser.Parse(cursor);
        cursor.SkipSpace();
        if (cursor.TryTake("=~"))
        {
            cursor.SkipSpace();
            return new Matches(left, Pattern(cursor));
        }

        foreach (var (text, how) in Operators)
        {
            if (cursor.TryTake(text))
            {
                cursor.SkipSpace();
                return new Comparison(left, how, OperandParser.Parse(cursor));
            }
        }

        return left.IsPath ? new Exists(left) : throw cursor.Fault("a comparison such as ==");
    }

    private static System.Text.RegularExpressions.Regex Pattern(Cursor cursor)
    {
        if (cursor.Current != '/')
        {
            throw cursor.Fault("a regular expression such as /a.*b/i");
        }

        cursor.Position++;
        var pattern = new System.Text.StringBuilder();
        while (!cursor.AtEnd && cursor.Current != '/')
        {
            if (cursor.TryTake('\\') && cursor.Current != '/')
            {
                pattern.Append('\\');
            }

            pattern.Append(cursor.AtEnd ? throw cursor.Fault("a closing /") : cursor.Current);
            cursor.Position++;
        }

        cursor.Take('/');
        return Matches.Compile(pattern.ToString(), cursor.TakeWhile(char.IsAsciiLetter));
    }
}
