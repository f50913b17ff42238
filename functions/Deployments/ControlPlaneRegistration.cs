using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.Api;
using Sluice.Deployments.Api.Applications;
using Sluice.Deployments.Api.Configurations;
using Sluice.Deployments.Api.GitHub;
using Sluice.Deployments.Api.Groups;
using Sluice.Deployments.Api.Instances;
using Sluice.Deployments.Api.Revisions;
using Sluice.Deployments.Api.Tags;
using Sluice.Deployments.Applications;
using Sluice.Deployments.Configurations;
using Sluice.Deployments.Ecs;
using Sluice.Deployments.Groups;
using Sluice.Deployments.Instances;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Tags;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments;

/// <summary>The objects that deployments are made of: applications, groups, configurations, revisions and on-premises instances, with their operations.</summary>
internal static class ControlPlaneRegistration
{
    private const string Service = "codedeploy";

    /// <summary>Who composes the suite may say before how ECS services are seen.</summary>
    public static IServiceCollection AddControlPlane(this IServiceCollection services)
    {
        services.TryAddSingleton<IEcsServiceViews, NoEcsServiceViews>();
        services.TryAddSingleton(EcsControllers.OfAccount);
        return services.AddStores().AddApplications().AddGroups().AddConfigurations().AddRevisions().AddTags().AddInstances();
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

    private static IServiceCollection AddApplications(this IServiceCollection services) => services
        .AddOperation<CreateApplication>(Service)
        .AddOperation<GetApplication>(Service)
        .AddOperation<UpdateApplication>(Service)
        .AddOperation<DeleteApplication>(Service)
        .AddOperation<ListApplications>(Service)
        .AddOperation<BatchGetApplications>(Service)
        .AddOperation<DeleteResourcesByExternalId>(Service);

    private static IServiceCollection AddGroups(this IServiceCollection services) => services
        .AddOperation<CreateDeploymentGroup>(Service)
        .AddOperation<GetDeploymentGroup>(Service)
        .AddOperation<UpdateDeploymentGroup>(Service)
        .AddOperation<DeleteDeploymentGroup>(Service)
        .AddOperation<ListDeploymentGroups>(Service)
        .AddOperation<BatchGetDeploymentGroups>(Service);

    private static IServiceCollection AddConfigurations(this IServiceCollection services) => services
        .AddOperation<CreateDeploymentConfig>(Service)
        .AddOperation<GetDeploymentConfig>(Service)
        .AddOperation<DeleteDeploymentConfig>(Service)
        .AddOperation<ListDeploymentConfigs>(Service);

    private static IServiceCollection AddRevisions(this IServiceCollection services) => services
        .AddOperation<RegisterApplicationRevision>(Service)
        .AddOperation<GetApplicationRevision>(Service)
        .AddOperation<ListApplicationRevisions>(Service)
        .AddOperation<BatchGetApplicationRevisions>(Service)
        .AddOperation<ListGitHubAccountTokenNames>(Service)
        .AddOperation<DeleteGitHubAccountToken>(Service);

    private static IServiceCollection AddTags(this IServiceCollection services) => services
        .AddOperation<TagResource>(Service)
        .AddOperation<UntagResource>(Service)
        .AddOperation<ListTagsForResource>(Service);

    private static IServiceCollection AddInstances(this IServiceCollection services) => services
        .AddOperation<RegisterOnPremisesInstance>(Service)
        .AddOperation<DeregisterOnPremisesInstance>(Service)
        .AddOperation<GetOnPremisesInstance>(Service)
        .AddOperation<BatchGetOnPremisesInstances>(Service)
        .AddOperation<ListOnPremisesInstances>(Service)
        .AddOperation<AddTagsToOnPremisesInstances>(Service)
        .AddOperation<RemoveTagsFromOnPremisesInstances>(Service);
}
