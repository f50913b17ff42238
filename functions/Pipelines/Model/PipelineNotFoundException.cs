namespace Sluice.Pipelines.Model;

/// <summary>There is no pipeline of this name.</summary>
public sealed class PipelineNotFoundException(string name) : Exception($"There is no pipeline '{name}'.");
