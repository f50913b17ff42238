namespace Sluice.Deployments.Strategies;

/// <summary>A configuration that CodeDeploy has of itself.</summary>
/// <param name="Name">Its exact name.</param>
/// <param name="Routing">How it moves traffic.</param>
internal sealed record PredefinedConfiguration(string Name, TrafficRoutingConfig Routing);
