namespace Sluice.BuildContract;

/// <summary>A variable for a build's commands. A secret one is masked in the log and never exported.</summary>
public sealed record EnvironmentVariable(string Name, string Value, bool Secret = false);
