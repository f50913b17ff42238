using Microsoft.Extensions.DependencyInjection;
using Sluice.Builds;
using Sluice.Connections;
using Sluice.Deployments;
using Sluice.Packages;
using Sluice.Pipelines;
using Sluice.Platform;

namespace Sluice.Lambdas;

/// <summary>All services of the suite. Their ports (table, objects, state machines, time, ids) are the host's to add.</summary>
public static class ServiceRegistration
{
    /// <summary>Adds every service.</summary>
    public static IServiceCollection AddSuite(this IServiceCollection services) =>
        services.AddPlatform().AddPipelines().AddBuilds().AddDeployments().AddConnections().AddPackages();
}
