using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Platform.Accounts;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Api.Instances;

/// <summary>Registers an on-premises instance under the one identity that it signs with.</summary>
internal sealed class RegisterOnPremisesInstance(InstanceStore instances, SuiteAccount account, IIds ids, TimeProvider time)
    : IOperation<RegisterOnPremisesInstanceInput, NoOutput>
{
    /// <inheritdoc/>
    public async Task<NoOutput> RunAsync(RegisterOnPremisesInstanceInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var faults = InstanceRules.CheckName(input.InstanceName);
        faults.Add(InstanceRules.CheckIdentity(input.IamUserArn, input.IamSessionArn));
        faults.Throw();
        var arn = account.Arn("codedeploy", $"instance/{input.InstanceName}_{ids.Uuid()}");
        var instance = new OnPremisesInstance(input.InstanceName, arn, time.GetUtcNow()) { IamUserArn = input.IamUserArn, IamSessionArn = input.IamSessionArn };
        await instances.RegisterAsync(instance, cancellationToken);
        return NoOutput.Value;
    }
}
