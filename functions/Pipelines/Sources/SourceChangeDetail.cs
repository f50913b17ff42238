namespace Sluice.Pipelines.Sources;

/// <summary>Where something changed.</summary>
/// <param name="RepositoryName">CodeCommit's repository.</param>
/// <param name="Bucket">S3's bucket.</param>
/// <param name="Object">S3's object.</param>
public sealed record SourceChangeDetail(string? RepositoryName, SourceChangeBucket? Bucket, SourceChangeObject? Object);
