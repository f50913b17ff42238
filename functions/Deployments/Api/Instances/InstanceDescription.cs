using Sluice.Deployments.ControlPlane.Instances;

namespace Sluice.Deployments.Api.Instances;

/// <summary>On-premises instances as they are answered.</summary>
internal static class InstanceDescription
{
    public static InstanceInfo Of(OnPremisesInstance instance) => new()
    {
        InstanceName = instance.InstanceName,
        InstanceArn = instance.InstanceArn,
        RegisterTime = instance.RegisterTime,
        DeregisterTime = instance.DeregisterTime,
        Tags = instance.Tags,
        IamUserArn = instance.IamUserArn,
        IamSessionArn = instance.IamSessionArn,
    };
}
