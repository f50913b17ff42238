using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>Compiles a payload template (<c>Parameters</c>, <c>ResultSelector</c>, <c>ItemSelector</c>). Parts that compute nothing become constants.</summary>
internal sealed class TemplateCompiler(Action<string, string> fault)
{
    /// <summary>Faults are told with the path inside the document.</summary>
    internal Expression Compile(Data template, string path) => template switch
    {
        DataObject members => CompileObject(members, path),
        DataArray array => CompileArray(array, path),
        _ => new ConstantExpression(template),
    };

    /// <summary>A path or a call of an intrinsic function.</summary>
    internal Expression? CompileText(string text, string path)
    {
        if (text.StartsWith('$'))
        {
            if (DataPath.TryParse(text, out var found, out var wrong))
            {
                return new PathExpression(found);
            }

            fault(path, $"'{text}' is no JSONPath: it {wrong}.");
            return null;
        }

        if (IntrinsicParser.TryParse(text, out var call, out var reason))
        {
            return call;
        }

        fault(path, $"'{text}' is neither a path ($…, $$…) nor a function (States.…): it {reason}.");
        return null;
    }

    private Expression CompileArray(DataArray array, string path)
    {
        var items = array.Items.Select((item, i) => Compile(item, $"{path}[{i}]")).ToList();
        return items.TrueForAll(item => item is ConstantExpression) ? new ConstantExpression(array) : new ArrayExpression(items);
    }

    private Expression CompileObject(DataObject template, string path)
    {
        var members = new List<(string Name, string Field, Expression Value)>(template.Members.Length);
        var names = new HashSet<string>();
        var constant = true;
        foreach (var (field, value) in template.Members)
        {
            var below = SourceMap.Below(path, field);
            var computed = field.EndsWith(".$", StringComparison.Ordinal);
            var name = computed ? field[..^2] : field;
            if (!names.Add(name))
            {
                fault(below, $"there is both '{name}' and '{name}.$'.");
            }

            var compiled = computed ? CompileComputed(value, below) : Compile(value, below);
            constant &= compiled is ConstantExpression && !computed;
            members.Add((name, field, compiled));
        }

        return constant ? new ConstantExpression(template) : new ObjectExpression(members);
    }

    private Expression CompileComputed(Data value, string path)
    {
        if (value is DataString text)
        {
            return CompileText(text.Value, path) ?? new ConstantExpression(DataNull.Value);
        }

        fault(path, "a field whose name ends in '.$' is a string: a path ($…, $$…) or a function (States.…).");
        return new ConstantExpression(DataNull.Value);
    }
}
