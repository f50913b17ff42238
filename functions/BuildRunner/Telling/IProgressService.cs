using Sluice.BuildContract.Progress;

namespace Sluice.BuildRunner.Telling;

/// <summary>The service that hears how far a build is.</summary>
internal interface IProgressService
{
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    Task<ProgressAnswer> TellAsync(BuildProgress progress, CancellationToken cancellationToken);
}
