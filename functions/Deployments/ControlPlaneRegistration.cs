using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.Api.Groups;
using Sluice.Deployments.Applications;
using Sluice.Deployments.Configurations;
using Sluice.Deployments.Ecs;
using Sluice.Deployments.Groups;
using Sluice.Deployments.Instances;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Tags;

namespace Sluice.Deployments;

/// <summary>The objects that deployments are made of: applications, groups, configurations, revisions and on-premises instances.</summary>
internal static class ControlPlaneRegistration
{
    /// <summary>Who composes the suite may say before how ECS services are seen.</summary>
    public static IServiceCollection AddControlPlane(this IServiceCollection services)
    {
        services.TryAddSingleton<IEcsServiceViews, NoEcsServiceViews>();
        services.TryAddSingleton(EcsControllers.OfAccount);
        return services.AddStores();
    }

    private static IServiceCollection AddStores(this IServiceCollection services) => services
        .AddSingleton<ApplicationStore>()
        .AddSingleton<ApplicationRemoval>()
        .AddSingleton<GroupStore>()
        .AddSingleton<GroupCheck>()
        .AddSingleton<GroupInfos>()
        .AddSingleton<ConfigurationStore>()
        .AddSingleton<RevisionStore>()
        .AddSingleton<CurrentRevisionsReader>()
        .AddSingleton<GitHubTokens>()
        .AddSingleton<TagStore>()
        .AddSingleton<InstanceStore>();
}
