using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.Api.Groups;
using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Configurations;
using Sluice.Deployments.ControlPlane.Deployments;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Deployments.ControlPlane.Instances;
using Sluice.Deployments.ControlPlane.Removal;
using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.ControlPlane.Tags;
using Sluice.Deployments.Platforms.Ecs;

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
