using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Starting;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>The deploy action of CodePipeline's provider <c>Lambda</c>: it publishes a version and moves the traffic of an alias.</summary>
internal sealed class LambdaAction(IObjectStore objects, AppSpecReader appSpecs, ActionDeployments deployments) : IDeployAction
{
    public string Provider => "Lambda";

    public async Task<bool> StartAsync(ActionRequest request, CancellationToken cancellationToken) =>
        await deployments.TryCreateAsync(request, await new PlanReader(objects, appSpecs).ReadAsync(request, cancellationToken), cancellationToken);
}
