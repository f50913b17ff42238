namespace Sluice.Pipelines.Sources;

/// <summary>An event of a service that sources are kept in, as EventBridge delivers it.</summary>
/// <param name="Source"><c>aws.s3</c> or <c>aws.codecommit</c>.</param>
/// <param name="Detail">What happened, as far as it is read.</param>
public sealed record SourceChange(string? Source, SourceChangeDetail? Detail);
