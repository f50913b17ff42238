namespace Sluice.Platform.Tests.Refusals;

internal sealed record ListDeployActionExecutionTargetsInput(string ActionExecutionId, string? PipelineName, string? NextToken);
