using Sluice.Platform.Documents;

namespace Sluice.Pipelines.Definitions;

/// <summary>What is known while a pipeline is read: the rules that join several places of it, which are checked when all of it is read.</summary>
internal sealed class DeclarationReading(MappingReader pipeline, KnownTypes types, ExecutionMode mode)
{
    public KnownTypes Types { get; } = types;

    public ExecutionMode Mode { get; } = mode;

    public StructureRules Structure { get; } = new(pipeline);

    public ArtifactRules Artifacts { get; } = new();

    public VariableRules Variables { get; } = new();

    /// <summary>In the order of the document.</summary>
    public List<ReadAction> Actions { get; } = [];

    /// <summary>At the end: what is further down in the document may run earlier.</summary>
    public void CheckWhole()
    {
        var graph = Structure.ToGraph();
        Artifacts.Check(graph);
        Artifacts.Doubt();
        Variables.Check(graph, Artifacts);
    }
}
