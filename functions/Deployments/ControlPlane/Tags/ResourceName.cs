namespace Sluice.Deployments.ControlPlane.Tags;

/// <summary>A resource that can have tags.</summary>
/// <param name="ApplicationName">The application.</param>
/// <param name="DeploymentGroupName">Its group that is meant; null if the application is.</param>
internal sealed record ResourceName(string ApplicationName, string? DeploymentGroupName = null);
