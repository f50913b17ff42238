namespace Sluice.Pipelines.Model;

/// <summary>A stage of a pipeline: it holds one run at a time.</summary>
public sealed record StageDeclaration(string Name, IReadOnlyList<ActionDeclaration> Actions);
