namespace Sluice.Builds.Running;

/// <summary>A build wants a compute that the installation does not have. The machine ends the build by this name.</summary>
/// <param name="message">Which, and what to set, for people.</param>
public sealed class NoComputeException(string message) : Exception(message);
