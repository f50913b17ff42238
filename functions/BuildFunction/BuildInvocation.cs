namespace Sluice.BuildFunction;

/// <summary>What the build machine tells the function.</summary>
/// <param name="Environment">The variables of the build's program, those that differ from build to build.</param>
public sealed record BuildInvocation(IReadOnlyList<BuildInvocationVariable> Environment);
