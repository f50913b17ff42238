namespace Sluice.Deployments.ControlPlane.Groups;

/// <summary>Which group has a name.</summary>
internal sealed record GroupReference(string DeploymentGroupId);
