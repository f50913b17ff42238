using Amazon.Lambda.Annotations;
using Sluice.Pipelines.Reporting;

namespace Sluice.Lambdas.Pipelines;

/// <summary>Takes the changes of runs' states for the hosts of their sources.</summary>
public sealed class ReportRunFunction(ReportRun use)
{
    /// <summary>See <see cref="Sluice.Pipelines.Reporting.ReportRun.RunAsync"/>.</summary>
    [LambdaFunction(ResourceName = "ReportRunFunction")]
    public Task ReportRun(RunChanged happened) => use.RunAsync(happened);
}
