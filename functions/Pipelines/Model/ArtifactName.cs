namespace Sluice.Pipelines.Model;

/// <summary>An artifact as an action names it: 1 to 100 of <c>A-Z a-z 0-9 _ -</c>.</summary>
public sealed record ArtifactName(string Name);
