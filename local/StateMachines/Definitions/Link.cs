namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A field that names a state of the graph that is being read.</summary>
internal sealed record Link(Fields From, string Field, string State);
