using System.Globalization;

namespace Sluice.Local.Cloud.Alarms.Math;

/// <summary>
/// Reads CloudWatch's metric math: ids, numbers, arithmetic, comparisons, AND and OR, IF, FILL with a value, and SUM, AVG, MIN and MAX of a list. Anything else is refused by name.
/// </summary>
internal sealed class MathParser
{
    private const int Deepest = 100;
    private static readonly string[][] Levels = [["OR"], ["AND"], ["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/"]];
    private readonly string _expression;
    private readonly IReadOnlyList<string> _tokens;
    private readonly IReadOnlyList<string> _metrics;
    private int _at;
    private int _depth;

    private MathParser(string expression, IReadOnlyList<string> metrics)
    {
        (_expression, _metrics) = (expression, metrics);
        _tokens = [.. MathLexer.Split(expression).Select(token => token switch { "&&" => "AND", "||" => "OR", _ => token })];
    }

    /// <param name="expression">The expression.</param>
    /// <param name="metrics">The ids of the alarm's metrics, which <c>METRICS()</c> stands for.</param>
    /// <exception cref="MathException">It is wrong, or more than this machine computes.</exception>
    public static MathNode Parse(string expression, IReadOnlyList<string> metrics)
    {
        var parser = new MathParser(expression, metrics);
        var node = parser.Level(0);
        return parser.Peek is { } rest ? throw parser.Unexpected(rest) : node;
    }

    private string? Peek => _at < _tokens.Count ? _tokens[_at] : null;

    private MathNode Level(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Level(level + 1);
        while (Peek is { } token && Levels[level].Contains(token, StringComparer.Ordinal))
        {
            _at++;
            left = new BinaryNode(token, left, Level(level + 1));
        }

        return left;
    }

    private MathNode Unary()
    {
        if (Peek != "-")
        {
            return Power();
        }

        _at++;
        return new BinaryNode("-", new NumberNode(0), Nested(Unary));
    }

    private MathNode Power()
    {
        var left = Primary();
        if (Peek != "^")
        {
            return left;
        }

        _at++;
        return new BinaryNode("^", left, Nested(Unary));
    }

    private MathNode Primary()
    {
        var token = Peek ?? throw new MathException($"The expression '{_expression}' ends too early.");
        _at++;
        if (token == "(")
        {
            var inner = Nested(() => Level(0));
            Expect(")");
            return inner;
        }

        if (char.IsAsciiDigit(token[0]) || token[0] == '.')
        {
            return Number(token);
        }

        return char.IsAsciiLetter(token[0]) && token is not ("AND" or "OR") ? Name(token) : throw Unexpected(token);
    }

    private NumberNode Number(string token) => double.Parse(token, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
        ? new NumberNode(number)
        : throw new MathException($"The number {token} in '{_expression}' is too large.");

    private MathNode Name(string name)
    {
        if (Peek != "(")
        {
            return new ReferenceNode(name);
        }

        _at++;
        return name switch
        {
            "IF" => If(),
            "FILL" => Fill(),
            _ when AggregateNode.Functions.Contains(name, StringComparer.Ordinal) => Aggregate(name),
            _ => throw new MathException($"The function {name} in '{_expression}' is not computed on this machine: IF, FILL, SUM, AVG, MIN and MAX are."),
        };
    }

    private IfNode If()
    {
        var arguments = Arguments(")");
        return arguments switch
        {
            [var condition, var then] => new IfNode(condition, then, null),
            [var condition, var then, var otherwise] => new IfNode(condition, then, otherwise),
            _ => throw new MathException($"IF in '{_expression}' takes two or three arguments."),
        };
    }

    private FillNode Fill() => Arguments(")") switch
    {
        [_, ReferenceNode { Id: "REPEAT" or "LINEAR" } how] =>
            throw new MathException($"FILL with {how.Id} in '{_expression}' is not computed on this machine: FILL with a number is."),
        [var series, var value] => new FillNode(series, value),
        _ => throw new MathException($"FILL in '{_expression}' takes two arguments."),
    };

    private AggregateNode Aggregate(string function)
    {
        IReadOnlyList<MathNode> series;
        if (Peek == "[")
        {
            _at++;
            series = Arguments("]");
        }
        else if (Peek == "METRICS")
        {
            _at++;
            Expect("(");
            Expect(")");
            series = [.. _metrics.Select(id => new ReferenceNode(id))];
        }
        else
        {
            throw new MathException($"{function} in '{_expression}' takes a list here, [a, b] or METRICS(): over the whole time of one series it is not computed on this machine.");
        }

        Expect(")");
        return new AggregateNode(function, series);
    }

    private List<MathNode> Arguments(string end)
    {
        var arguments = new List<MathNode> { Nested(() => Level(0)) };
        while (Peek == ",")
        {
            _at++;
            arguments.Add(Nested(() => Level(0)));
        }

        Expect(end);
        return arguments;
    }

    private MathNode Nested(Func<MathNode> parse)
    {
        if (++_depth > Deepest)
        {
            throw new MathException($"The expression is nested more than {Deepest} deep.");
        }

        var node = parse();
        _depth--;
        return node;
    }

    private void Expect(string token)
    {
        if (Peek != token)
        {
            throw new MathException($"The expression '{_expression}' has {(Peek is { } other ? $"'{other}'" : "its end")} where '{token}' is expected.");
        }

        _at++;
    }

    private MathException Unexpected(string token) => new($"The expression '{_expression}' has a '{token}' where it cannot be.");
}
