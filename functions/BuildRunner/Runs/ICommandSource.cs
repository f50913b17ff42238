using Sluice.BuildContract.Progress;

namespace Sluice.BuildRunner.Runs;

/// <summary>Where a sandbox's commands come from.</summary>
internal interface ICommandSource
{
    /// <summary>Hands in what the last one came to, and takes the next. Safe to repeat.</summary>
    /// <exception cref="HttpRequestException">It cannot be reached, or does not answer as it should.</exception>
    Task<SandboxOrder> ExchangeAsync(FinishedCommand? finished, CancellationToken cancellationToken);
}
