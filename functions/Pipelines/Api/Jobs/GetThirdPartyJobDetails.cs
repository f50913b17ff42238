using Sluice.Pipelines.ControlPlane.Jobs;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api.Jobs;

/// <summary>Tells a partner's worker of a job, with the nonce to acknowledge it by.</summary>
public sealed class GetThirdPartyJobDetails : IOperation<GetThirdPartyJobDetailsInput, GetThirdPartyJobDetailsOutput>
{
    private readonly JobViews _views;

    internal GetThirdPartyJobDetails(JobViews views) => _views = views;

    /// <inheritdoc/>
    public async Task<GetThirdPartyJobDetailsOutput> RunAsync(GetThirdPartyJobDetailsInput input, OperationContext context, CancellationToken cancellationToken) =>
        new() { JobDetails = await _views.PartnersDetailsAsync(input.JobId, input.ClientToken, cancellationToken) };
}
