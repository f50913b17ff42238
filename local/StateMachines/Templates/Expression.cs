using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Templates;

/// <summary>A field's value, compiled: a constant, a path, a call of an intrinsic function, or a template of these.</summary>
internal abstract class Expression
{
    /// <summary>Evaluates for the field of this name, which an error names.</summary>
    internal abstract Data Evaluate(in Scope scope, string field);
}
