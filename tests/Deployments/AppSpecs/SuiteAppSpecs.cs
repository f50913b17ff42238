using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.AppSpecs;

namespace Sluice.Deployments.Tests.AppSpecs;

/// <summary>Reads appspecs of the platforms that the suite registers.</summary>
internal static class SuiteAppSpecs
{
    public static AppSpecReader Reader { get; } = new ServiceCollection().AddDeployments().BuildServiceProvider().GetRequiredService<AppSpecReader>();
}
