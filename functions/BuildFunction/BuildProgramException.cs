namespace Sluice.BuildFunction;

/// <summary>The program could not run its build: a build that failed is none, since its result says so.</summary>
public sealed class BuildProgramException(string message) : Exception(message);
