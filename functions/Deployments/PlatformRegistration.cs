using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Sluice.Deployments.AppSpecs;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Ecs.Templates;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Platforms.Lambda.Releases;
using Sluice.Deployments.Platforms.Servers;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Starting;
using Sluice.Platform;

namespace Sluice.Deployments;

/// <summary>The one place that names the platforms. Their order is that of CodeDeploy's configurations, whose ids it gives; a platform that is added comes last.</summary>
internal static class PlatformRegistration
{
    /// <summary>Who composes the suite may say before how ECS services are seen.</summary>
    public static IServiceCollection AddPlatforms(this IServiceCollection services) => services
        .AddUseCase<ShiftPlatforms>()
        .AddUseCase<ComputePlatforms>()
        .AddUseCase<AppSpecReader>()
        .AddServers()
        .AddLambda()
        .AddEcs();

    private static IServiceCollection AddServers(this IServiceCollection services) => services
        .AddSingleton<IComputePlatform, ServerComputePlatform>()
        .AddSingleton<IAppSpecRoot, ServerAppSpec>();

    private static IServiceCollection AddLambda(this IServiceCollection services) => services
        .AddSingleton<IComputePlatform, LambdaComputePlatform>()
        .AddSingleton<IAppSpecResource>(LambdaResource.Instance)
        .AddSingleton<IDeployAction, LambdaAction>()
        .AddKeyedSingleton<IShiftPlatform, LambdaPlatform>(LambdaPlan.Platform)
        .AddUseCase<PlanShift>();

    private static IServiceCollection AddEcs(this IServiceCollection services)
    {
        services.TryAddSingleton<IEcsServiceViews, NoEcsServiceViews>();
        services.TryAddSingleton(EcsControllers.OfAccount);
        return services
            .AddSingleton<IComputePlatform, EcsComputePlatform>()
            .AddSingleton<IAppSpecResource>(EcsResource.Instance)
            .AddSingleton<IGroupRevision, EcsTemplates>()
            .AddKeyedSingleton<IShiftPlatform, EcsPlatform>(EcsPlan.Platform)
            .AddUseCase<PlanReplacement>();
    }
}
