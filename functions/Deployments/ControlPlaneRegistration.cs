using Microsoft.Extensions.DependencyInjection;
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
using Sluice.Platform;

namespace Sluice.Deployments;

/// <summary>The objects that deployments are made of: applications, groups, configurations, revisions and on-premises instances.</summary>
internal static class ControlPlaneRegistration
{
    public static IServiceCollection AddControlPlane(this IServiceCollection services) => services
        .AddUseCase<ApplicationStore>()
        .AddUseCase<ApplicationRemoval>()
        .AddUseCase<GroupStore>()
        .AddUseCase<GroupCheck>()
        .AddUseCase<GroupInfos>()
        .AddUseCase<KnownConfigurations>()
        .AddUseCase<ConfigurationStore>()
        .AddUseCase<RevisionStore>()
        .AddUseCase<CurrentRevisionsReader>()
        .AddUseCase<GitHubTokens>()
        .AddUseCase<TagStore>()
        .AddUseCase<InstanceStore>();
}
