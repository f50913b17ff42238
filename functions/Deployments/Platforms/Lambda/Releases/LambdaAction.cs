using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>The deploy action of CodePipeline's provider <c>Lambda</c>: it publishes a version and moves the traffic of an alias.</summary>
internal sealed class LambdaAction(IObjectStore objects, AppSpecReader appSpecs) : IActionPlan
{
    public string Provider => "Lambda";

    public Task<DeploymentPlan> ReadAsync(ActionRequest request, CancellationToken cancellationToken) => new PlanReader(objects, appSpecs).ReadAsync(request, cancellationToken);
}
