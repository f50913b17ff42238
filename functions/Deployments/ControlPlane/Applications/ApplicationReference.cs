namespace Sluice.Deployments.ControlPlane.Applications;

/// <summary>Which application has a name.</summary>
internal sealed record ApplicationReference(string ApplicationId);
