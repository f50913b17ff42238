using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>An object of which at least one member is computed; a computed member's name has lost its <c>.$</c>.</summary>
internal sealed class ObjectExpression(IReadOnlyList<(string Name, string Field, Expression Value)> members) : Expression
{
    internal override Data Evaluate(in Scope scope, string field)
    {
        var values = new KeyValuePair<string, Data>[members.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var (name, shown, value) = members[i];
            values[i] = new(name, value.Evaluate(scope, shown));
        }

        return new DataObject(values);
    }
}
