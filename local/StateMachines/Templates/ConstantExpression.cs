using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>Always the same. Its source is the text of a string literal with its escapes, for <c>States.Format</c>.</summary>
internal sealed class ConstantExpression(Data value, string? source = null) : Expression
{
    internal Data Value { get; } = value;

    internal string? Source { get; } = source;

    internal override Data Evaluate(in Scope scope, string field) => Value;
}
