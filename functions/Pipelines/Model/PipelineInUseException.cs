namespace Sluice.Pipelines.Model;

/// <summary>The pipeline cannot be deleted while it runs.</summary>
public sealed class PipelineInUseException(string name) : Exception($"A run of the pipeline '{name}' is in progress: stop it first.");
