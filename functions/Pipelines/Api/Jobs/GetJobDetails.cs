using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Tells a worker of a job. Secret values of the configuration are in it.</summary>
public sealed class GetJobDetails : IOperation<GetJobDetailsInput, GetJobDetailsOutput>
{
    private readonly JobViews _views;

    internal GetJobDetails(JobViews views) => _views = views;

    /// <inheritdoc/>
    public async Task<GetJobDetailsOutput> RunAsync(GetJobDetailsInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { JobDetails = await _views.DetailsAsync(input.JobId, cancellationToken) };
}
