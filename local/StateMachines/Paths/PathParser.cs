namespace Sluice.Local.StateMachines.Paths;

/// <summary>Reads JSONPath as Step Functions has it.</summary>
internal static class PathParser
{
    private const string NotInNames = ".[]()'\"?*,";

    internal static DataPath Parse(string text)
    {
        var cursor = new Cursor(text);
        if (!cursor.TryTake('$'))
        {
            throw cursor.Fault("'$'");
        }

        var onContext = cursor.TryTake('$');
        var segments = Segments(cursor);
        return cursor.AtEnd ? new DataPath(text, onContext, segments) : throw cursor.Fault("'.' or '['");
    }

    /// <summary>The segments from here to whatever is no segment any more.</summary>
    internal static Segment[] Segments(Cursor cursor)
    {
        var segments = new List<Segment>();
        while (cursor.Current is '.' or '[')
        {
            segments.Add(Next(cursor));
        }

        return [.. segments];
    }

    private static Segment Next(Cursor cursor)
    {
        if (cursor.TryTake(".."))
        {
            return new DescentSegment(cursor.Current == '[' ? Bracket(cursor) : Named(cursor));
        }

        // $.a.[0] is $.a[0], as in AWS.
        return cursor.TryTake('.') && cursor.Current != '[' ? Named(cursor) : Bracket(cursor);
    }

    private static Segment Named(Cursor cursor)
    {
        if (cursor.TryTake('*'))
        {
            return new WildcardSegment();
        }

        var name = cursor.TakeWhile(IsNameCharacter);
        if (name.Length == 0)
        {
            throw cursor.Fault("a name or '*'");
        }

        return cursor.Current == '('
            ? throw new PathSyntaxException($"calls '{name}()', and paths have no functions here: use an intrinsic such as States.ArrayLength")
            : new NameSegment(name);
    }

    // Inside a filter a name also ends at an operator.
    private static bool IsNameCharacter(char c) =>
        !NotInNames.Contains(c) && !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('=' or '!' or '<' or '>' or '&' or '|' or '~');

    private static Segment Bracket(Cursor cursor)
    {
        cursor.Take('[');
        cursor.SkipSpace();
        var segment = cursor.Current switch
        {
            '*' => Wildcard(cursor),
            '?' => new FilterSegment(Filter(cursor)),
            '\'' or '"' => Names(cursor),
            _ => Indexes(cursor),
        };
        cursor.SkipSpace();
        cursor.Take(']');
        return segment is NamesSegment names && cursor.Current is ('.' or '[') ? names.InTheMiddle() : segment;
    }

    private static WildcardSegment Wildcard(Cursor cursor)
    {
        cursor.Take('*');
        return new WildcardSegment();
    }

    private static Filter Filter(Cursor cursor)
    {
        cursor.Take('?');
        cursor.SkipSpace();
        cursor.Take('(');
        var filter = FilterParser.Parse(cursor);
        cursor.SkipSpace();
        cursor.Take(')');
        return filter;
    }

    private static Segment Names(Cursor cursor)
    {
        var names = new List<string>();
        do
        {
            cursor.SkipSpace();
            names.Add(cursor.Current is '\'' or '"' ? cursor.TakeQuoted() : throw cursor.Fault("a quoted name"));
            cursor.SkipSpace();
        }
        while (cursor.TryTake(','));
        return names.Count == 1 ? new NameSegment(names[0]) : new NamesSegment(names, isLast: true);
    }

    private static Segment Indexes(Cursor cursor)
    {
        int? first = cursor.TryTakeInteger(out var index) ? index : null;
        cursor.SkipSpace();
        if (cursor.Current == ':')
        {
            return Slice(cursor, first);
        }

        var indexes = new List<int> { first ?? throw cursor.Fault("an index, a slice, '*', '?' or a quoted name") };
        while (cursor.TryTake(','))
        {
            cursor.SkipSpace();
            indexes.Add(cursor.TryTakeInteger(out index) ? index : throw cursor.Fault("an index"));
            cursor.SkipSpace();
        }

        return new IndexSegment(indexes);
    }

    private static SliceSegment Slice(Cursor cursor, int? start)
    {
        cursor.Take(':');
        int? end = cursor.TryTakeInteger(out var index) ? index : null;
        var step = 1;
        if (cursor.TryTake(':') && cursor.TryTakeInteger(out index))
        {
            step = index > 0 ? index : throw new PathSyntaxException($"has the step {index}, which must be positive");
        }

        return new SliceSegment(start, end, step);
    }
}
