namespace Sluice.Pipelines.Sources;

/// <summary>The repository of a source action.</summary>
/// <param name="Address">A URL or a folder, never with credentials.</param>
/// <param name="Branch">The branch that the action names; null for the one that HEAD is.</param>
/// <param name="ConnectionArn">What signs in; null for nothing.</param>
internal sealed record SourceRepository(string Address, string? Branch, string? ConnectionArn);
