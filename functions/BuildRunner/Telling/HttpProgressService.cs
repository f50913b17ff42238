using Sluice.BuildContract.Progress;

namespace Sluice.BuildRunner.Telling;

/// <summary>The service's own API.</summary>
internal sealed class HttpProgressService(ServiceCalls service) : IProgressService
{
    public async Task<ProgressAnswer> TellAsync(BuildProgress progress, CancellationToken cancellationToken) =>
        await service.CallAsync<BuildProgress, ProgressAnswer>(BuildProgress.Target, progress, cancellationToken) ?? new ProgressAnswer();
}
