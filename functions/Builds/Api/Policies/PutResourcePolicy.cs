using Sluice.Builds.ControlPlane.Policies;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Policies;

/// <summary>Keeps a policy of a project or a report group.</summary>
public sealed class PutResourcePolicy(ResourcePolicies policies) : IOperation<PutResourcePolicyInput, PutResourcePolicyOutput>
{
    /// <inheritdoc/>
    public async Task<PutResourcePolicyOutput> RunAsync(PutResourcePolicyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        PolicyRules.Faults(input.Policy).Throw();
        await policies.PutAsync(input.ResourceArn, input.Policy, cancellationToken);
        return new PutResourcePolicyOutput { ResourceArn = input.ResourceArn };
    }
}
