using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Model;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Shapes;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Benchmarks.Api;

/// <summary>An application and a group with deployments that have ended, stored by the writes that store real ones.</summary>
internal static class StoredDeployments
{
    /// <returns>The deployments' ids.</returns>
    public static async Task<IReadOnlyList<string>> StoreAsync(IServiceProvider services, int count)
    {
        var created = TimeProvider.System.GetUtcNow().AddSeconds(-count);
        var application = new Application("application-id", "shop", ComputePlatform.Lambda, created);
        await services.GetRequiredService<ApplicationStore>().CreateAsync(application, CancellationToken.None);
        var settings = new GroupSettings { DeploymentConfigName = "CodeDeployDefault.LambdaAllAtOnce" };
        var group = new DeploymentGroup("live-id", application.ApplicationId, "live", ComputePlatform.Lambda, created) { Settings = settings };
        await services.GetRequiredService<GroupStore>().CreateAsync(group, CancellationToken.None);
        var (table, store) = (services.GetRequiredService<ITable>(), services.GetRequiredService<DeploymentStore>());
        var ids = Enumerable.Range(0, count).Select(n => $"d-{n:D9}").ToList();
        foreach (var (n, id) in ids.Index())
        {
            await table.TransactAsync(store.Creation(new RunChange<Deployment>(null, Deployments.Tests.World.Samples.Ended(id, created.AddSeconds(n), DeploymentOutcome.Succeeded))));
        }

        return ids;
    }
}
