using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Intrinsics;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>A call of an intrinsic function.</summary>
internal sealed class CallExpression(string text, Intrinsic intrinsic, IReadOnlyList<Expression> arguments) : Expression
{
    internal override Data Evaluate(in Scope scope, string field)
    {
        var values = new Data[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(scope, field);
        }

        try
        {
            return intrinsic.Compute(values, scope.State.Draws);
        }
        catch (IntrinsicFailedException error)
        {
            throw new StateFailedException(
                ErrorNames.IntrinsicFailure, $"The function '{text}' specified for the field '{field}' failed: {intrinsic.Name} {error.Message}");
        }
    }
}
