using Sluice.Pipelines.Definitions;

namespace Sluice.Local.Commands.Validating;

/// <summary>A deploy action of a pipeline, and the appspec of the folder that it deploys by.</summary>
/// <param name="Pipeline">The pipeline.</param>
/// <param name="Read">The action.</param>
/// <param name="AppSpec">The appspec; null if the folder has none.</param>
/// <param name="Build">The build whose output is deployed; null if it is a source's.</param>
internal sealed record DeployLink(CheckedPipeline Pipeline, ReadAction Read, CheckedAppSpec? AppSpec, BuildLink? Build);
