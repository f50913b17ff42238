using Amazon.Lambda.Annotations;
using Sluice.Builds.Statuses;

namespace Sluice.Lambdas.Builds;

/// <summary>Takes the changes of builds for the hosts of their sources.</summary>
public sealed class ReportBuildFunction(ReportBuild use)
{
    /// <summary>See <see cref="Sluice.Builds.Statuses.ReportBuild.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "ReportBuildFunction")]
    public Task ReportBuild(BuildChanged happened) => use.RunAsync(happened);
}
