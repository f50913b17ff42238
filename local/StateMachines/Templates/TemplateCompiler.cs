using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>Compiles a payload template (<c>Parameters</c>, <c>ResultSelector</c>, <c>ItemSelector</c>). Parts that compute nothing become constants.</summary>
internal sealed class TemplateCompiler(Action<DocumentNode, string> fault)
{
    /// <summary>Faults are told of the part of the document that has them.</summary>
    internal Expression Compile(DocumentNode template) => template switch
    {
        MappingNode map => CompileObject(map),
        SequenceNode list => CompileArray(list),
        _ => new ConstantExpression(DocumentData.Of(template)),
    };

    /// <summary>A path or a call of an intrinsic function.</summary>
    internal Expression? CompileText(ScalarNode node)
    {
        var text = node.Text;
        if (text.StartsWith('$'))
        {
            if (DataPath.TryParse(text, out var found, out var wrong))
            {
                return new PathExpression(found);
            }

            fault(node, $"'{text}' is no JSONPath: it {wrong}.");
            return null;
        }

        if (IntrinsicParser.TryParse(text, out var call, out var reason))
        {
            return call;
        }

        fault(node, $"'{text}' is neither a path ($…, $$…) nor a function (States.…): it {reason}.");
        return null;
    }

    private Expression CompileArray(SequenceNode list)
    {
        var items = list.Items.Select(Compile).ToList();
        return items.TrueForAll(item => item is ConstantExpression) ? new ConstantExpression(DocumentData.Of(list)) : new ArrayExpression(items);
    }

    private Expression CompileObject(MappingNode template)
    {
        var members = new List<(string Name, string Field, Expression Value)>(template.Members.Count);
        var names = new HashSet<string>();
        var constant = true;
        foreach (var (field, _, value) in template.Members)
        {
            var computed = field.EndsWith(".$", StringComparison.Ordinal);
            var name = computed ? field[..^2] : field;
            if (!names.Add(name))
            {
                fault(value, $"there is both '{name}' and '{name}.$'.");
            }

            var compiled = computed ? CompileComputed(value) : Compile(value);
            constant &= compiled is ConstantExpression && !computed;
            members.Add((name, field, compiled));
        }

        return constant ? new ConstantExpression(DocumentData.Of(template)) : new ObjectExpression(members);
    }

    private Expression CompileComputed(DocumentNode value)
    {
        if (value is ScalarNode { IsPlain: false } text)
        {
            return CompileText(text) ?? new ConstantExpression(DataNull.Value);
        }

        fault(value, "a field whose name ends in '.$' is a string: a path ($…, $$…) or a function (States.…).");
        return new ConstantExpression(DataNull.Value);
    }
}
