using Sluice.Deployments.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>A deployment with its targets.</summary>
internal sealed record SeenDeployment(DeploymentInfo DeploymentInfo, IReadOnlyList<DeploymentTarget> DeploymentTargets);
