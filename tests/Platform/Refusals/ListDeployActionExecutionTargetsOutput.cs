namespace Sluice.Platform.Tests.Refusals;

internal sealed record ListDeployActionExecutionTargetsOutput(string? NextToken);
