namespace Sluice.Local.StateMachines.Definitions;

/// <summary>What is found out about a machine while its definition is read.</summary>
internal sealed class DefinitionNotes
{
    /// <summary>What the Task states call, without pattern suffixes, and the first field that says so.</summary>
    internal Dictionary<string, Fields> Resources { get; } = [];

    /// <summary>Of the graphs that are being read.</summary>
    internal List<Link> Links { get; } = [];

    /// <summary>The states of the whole machine, with their paths: a name is unique in all of it.</summary>
    internal Dictionary<string, string> States { get; } = [];
}
