using Sluice.Builds.ControlPlane.Policies;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Policies;

/// <summary>Tells the policy of a project or a report group, as it was put.</summary>
public sealed class GetResourcePolicy(ResourcePolicies policies) : IOperation<GetResourcePolicyInput, GetResourcePolicyOutput>
{
    /// <inheritdoc/>
    public async Task<GetResourcePolicyOutput> RunAsync(GetResourcePolicyInput input, OperationContext context, CancellationToken cancellationToken) =>
        new GetResourcePolicyOutput { Policy = await policies.GetAsync(input.ResourceArn, cancellationToken) };
}
