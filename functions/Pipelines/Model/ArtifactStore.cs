namespace Sluice.Pipelines.Model;

/// <summary>Where a pipeline keeps its artifacts.</summary>
/// <param name="Type">Always <c>S3</c>.</param>
/// <param name="Location">The bucket.</param>
public sealed record ArtifactStore(string Type, string Location);
