using Sluice.Builds.Stopping;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Asks a sandbox to stop. One that has ended stays as it is.</summary>
public sealed class StopSandbox : IOperation<StopSandboxInput, StopSandboxOutput>
{
    private readonly SandboxFinder _finder;
    private readonly BuildStopper _stopper;
    private readonly SandboxAnswer _answer;

    internal StopSandbox(SandboxFinder finder, BuildStopper stopper, SandboxAnswer answer)
    {
        (_finder, _stopper, _answer) = (finder, stopper, answer);
    }

    /// <inheritdoc/>
    public async Task<StopSandboxOutput> RunAsync(StopSandboxInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var sandbox = await _finder.GetAsync(input.Id, cancellationToken);
        return new StopSandboxOutput { Sandbox = _answer.Of(await _stopper.RunAsync(sandbox.BuildId, $"by {context.Caller?.AccessKeyId ?? "a user"}", cancellationToken)) };
    }
}
