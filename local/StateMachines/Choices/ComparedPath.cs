using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Choices;

/// <summary>A path of a choice rule: <c>Variable</c>, or the value of an operator's <c>Path</c> form.</summary>
internal sealed class ComparedPath(DataPath path) : Expression
{
    internal override Data Evaluate(in Scope scope, string field) => Find(scope);

    internal Data Find(in Scope scope) =>
        path.TryFind(scope) ?? throw StateFailedException.Runtime($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
