using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>An array of which at least one item holds something computed.</summary>
internal sealed class ArrayExpression(IReadOnlyList<Expression> items) : Expression
{
    internal override Data Evaluate(in Scope scope, string field)
    {
        var values = new Data[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(scope, field);
        }

        return new DataArray(values);
    }
}
