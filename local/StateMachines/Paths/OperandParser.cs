using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>Reads one side of a comparison.</summary>
internal static class OperandParser
{
    internal static Operand Parse(Cursor cursor)
    {
        cursor.SkipSpace();
        if (cursor.Current is '@' or '$')
        {
            var start = cursor.Position;
            var fromItem = cursor.Current == '@';
            cursor.Position++;
            var segments = PathParser.Segments(cursor);
            return new Operand(null, new DataPath(cursor.Text[start..cursor.Position], onContext: false, segments), fromItem);
        }

        return new Operand(cursor.Nested(() => Literal(cursor)), null, fromItem: false);
    }

    private static Data Literal(Cursor cursor)
    {
        cursor.SkipSpace();
        return cursor.Current switch
        {
            '\'' or '"' => new DataString(cursor.TakeQuoted()),
            '[' => Array(cursor),
            _ => Words.Take(cursor, "a path, a number, a quoted string, true, false or null"),
        };
    }

    private static DataArray Array(Cursor cursor)
    {
        var items = new List<Data>();
        cursor.Take('[');
        cursor.SkipSpace();
        while (!cursor.TryTake(']'))
        {
            items.Add(cursor.Nested(() => Literal(cursor)));
            cursor.SkipSpace();
            if (!cursor.TryTake(',') && cursor.Current != ']')
            {
                throw cursor.Fault("',' or ']'");
            }
        }

        return new DataArray([.. items]);
    }
}
