using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sluice.Local.StateMachines.Intrinsics;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>Reads <c>States.Name(argument, …)</c>: arguments are strings in single quotes, numbers, true, false, null, paths and calls.</summary>
internal static class IntrinsicParser
{
    /// <summary>AWS's limit.</summary>
    private const int DeepestNesting = 10;

    /// <returns>False, and what is wrong as the end of a sentence about the text.</returns>
    internal static bool TryParse(string text, [NotNullWhen(true)] out CallExpression? call, [NotNullWhen(false)] out string? fault)
    {
        call = null;
        fault = null;
        try
        {
            var cursor = new Cursor(text);
            call = Call(cursor, 1);
            cursor.SkipSpace();
            return cursor.AtEnd ? true : throw cursor.Fault("the end");
        }
        catch (PathSyntaxException error)
        {
            fault = error.Message;
            return false;
        }
    }

    private static CallExpression Call(Cursor cursor, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new PathSyntaxException($"nests functions more than {DeepestNesting} deep");
        }

        cursor.SkipSpace();
        var start = cursor.Position;
        var intrinsic = Named(cursor);
        var arguments = List(cursor, depth);
        if (arguments.Count < intrinsic.FewestArguments || arguments.Count > intrinsic.MostArguments)
        {
            throw new PathSyntaxException($"gives {intrinsic.Name} {arguments.Count} arguments, and it takes {intrinsic.Arity}");
        }

        return new CallExpression(cursor.Text[start..cursor.Position], intrinsic, Prepared(intrinsic, arguments));
    }

    private static Intrinsic Named(Cursor cursor)
    {
        var name = cursor.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '.');
        if (IntrinsicTable.All.TryGetValue(name, out var intrinsic))
        {
            return intrinsic;
        }

        throw name.Length == 0
            ? cursor.Fault("a function such as States.Format")
            : new PathSyntaxException($"names the function '{name}', which there is not{NearMiss.Suggestion(name, IntrinsicTable.All.Keys)}");
    }

    private static List<Expression> List(Cursor cursor, int depth)
    {
        var arguments = new List<Expression>();
        cursor.Take('(');
        cursor.SkipSpace();
        if (cursor.TryTake(')'))
        {
            return arguments;
        }

        do
        {
            cursor.SkipSpace();
            arguments.Add(Argument(cursor, depth));
            cursor.SkipSpace();
        }
        while (cursor.TryTake(','));
        cursor.Take(')');
        return arguments;
    }

    private static Expression Argument(Cursor cursor, int depth) => cursor.Current switch
    {
        '\'' => Literal(cursor),
        '$' => Path(cursor),
        'S' => Call(cursor, depth + 1),
        _ => new ConstantExpression(Words.Take(cursor, "a path, a 'string', a number, true, false, null or a function")),
    };

    private static ConstantExpression Literal(Cursor cursor)
    {
        cursor.Take('\'');
        var start = cursor.Position;
        var value = new StringBuilder();
        while (!cursor.AtEnd && cursor.Current != '\'')
        {
            if (cursor.TryTake('\\') && cursor.Current is not ('\'' or '\\' or '{' or '}'))
            {
                throw cursor.Fault(@"one of ' \ { } after a backslash");
            }

            value.Append(cursor.Current);
            cursor.Position++;
        }

        var source = cursor.Text[start..cursor.Position];
        cursor.Take('\'');
        return new ConstantExpression(new DataString(value.ToString()), source);
    }

    // A path ends at a comma or bracket that stands in none of its own brackets.
    private static PathExpression Path(Cursor cursor)
    {
        var start = cursor.Position;
        cursor.Take('$');
        var onContext = cursor.TryTake('$');
        var segments = PathParser.Segments(cursor);
        return new PathExpression(new DataPath(cursor.Text[start..cursor.Position], onContext, segments));
    }

    // States.Format has to see the escapes of a literal template, and its places are counted now.
    private static List<Expression> Prepared(Intrinsic intrinsic, List<Expression> arguments)
    {
        if (intrinsic.Name != "States.Format" || arguments[0] is not ConstantExpression { Source: { } source })
        {
            return arguments;
        }

        var template = FormatTemplate.Parse(source) ?? throw new PathSyntaxException("has a '{' or '}' that is neither '{}' nor escaped");
        if (template.Places != arguments.Count - 1)
        {
            throw new PathSyntaxException($"has {template.Places} places '{{}}' and {arguments.Count - 1} values for them");
        }

        arguments[0] = new ConstantExpression(new DataString(source), source);
        return arguments;
    }
}
