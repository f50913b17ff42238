namespace Sluice.Deployments.ControlPlane.Instances;

/// <summary>Which instance has an identity.</summary>
internal sealed record InstanceReference(string InstanceName);
