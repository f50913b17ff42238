using Sluice.Builds.ControlPlane.Policies;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Policies;

/// <summary>Deletes the policy of a project or a report group. As in CodeBuild, one that is not there is no error.</summary>
public sealed class DeleteResourcePolicy(ResourcePolicies policies) : IOperation<DeleteResourcePolicyInput, DeleteResourcePolicyOutput>
{
    /// <inheritdoc/>
    public async Task<DeleteResourcePolicyOutput> RunAsync(DeleteResourcePolicyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        await policies.DeleteAsync(input.ResourceArn, cancellationToken);
        return new DeleteResourcePolicyOutput();
    }
}
