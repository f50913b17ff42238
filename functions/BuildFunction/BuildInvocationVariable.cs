namespace Sluice.BuildFunction;

/// <summary>A variable, in the shape that ECS and CodeBuild have it.</summary>
public sealed record BuildInvocationVariable(string Name, string Value);
