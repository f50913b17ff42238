using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Documents;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Collects everything that is wrong with a document.</summary>
internal sealed class FaultSink(string file, SourceMap map)
{
    private readonly List<Fault> faults = [];

    /// <summary>Names of states that fields name, with the fields' paths, of the graphs that are being read.</summary>
    internal List<(string Path, string State)> Links { get; } = [];

    /// <summary>The states of the whole machine, with their paths: a name is unique in all of it.</summary>
    internal Dictionary<string, string> States { get; } = [];

    internal bool IsEmpty => faults.Count == 0;

    internal void Add(string path, string message) => faults.Add(new Fault(file, map.LineOf(path), path, message));

    internal InvalidDefinitionException ToException() => new([.. faults.Distinct().OrderBy(fault => fault.Line)]);
}
