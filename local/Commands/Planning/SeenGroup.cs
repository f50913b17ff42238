using Sluice.Deployments.Shapes;

namespace Sluice.Local.Commands.Planning;

/// <summary>A deployment group, and the configuration that it names; what could not be read is null, and why.</summary>
internal sealed record SeenGroup(DeploymentGroupInfo? Group, DeploymentConfigInfo? Configuration, string? WhyNot = null);
