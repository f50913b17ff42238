using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A state machine's definition is refused; all of its faults are here, each with its line and its path (state and field).</summary>
public sealed class InvalidDefinitionException(IReadOnlyList<Fault> faults) : Exception(string.Join('\n', faults))
{
    /// <summary>At least one.</summary>
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
