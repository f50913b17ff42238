namespace Sluice.Builds.Model;

/// <summary>There is no such build.</summary>
public sealed class BuildNotFoundException(string buildId) : Exception($"There is no build {buildId}.");
