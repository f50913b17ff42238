using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>What a path finds.</summary>
internal sealed class PathExpression(DataPath path) : Expression
{
    internal DataPath Path { get; } = path;

    internal override Data Evaluate(in Scope scope, string field) => Path.Find(scope, field);
}
