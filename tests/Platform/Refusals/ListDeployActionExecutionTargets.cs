using Sluice.Platform.Protocol;

namespace Sluice.Platform.Tests.Refusals;

/// <summary>An operation of CodePipeline, played.</summary>
internal sealed class ListDeployActionExecutionTargets(Func<ListDeployActionExecutionTargetsInput, ListDeployActionExecutionTargetsOutput> play)
    : IOperation<ListDeployActionExecutionTargetsInput, ListDeployActionExecutionTargetsOutput>
{
    public Task<ListDeployActionExecutionTargetsOutput> RunAsync(ListDeployActionExecutionTargetsInput input, OperationContext context, CancellationToken cancellationToken) =>
        Task.FromResult(play(input));
}
