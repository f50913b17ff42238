namespace Sluice.Pipelines.Providers;

/// <summary>An action's artifact is not what it must be; the message says of which artifact, and fails the action.</summary>
internal sealed class ArtifactException(string message) : Exception(message);
