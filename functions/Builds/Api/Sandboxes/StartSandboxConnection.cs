using Sluice.BuildContract;
using Sluice.Builds.ControlPlane;
using Sluice.Builds.Sandboxes;
using Sluice.Platform.Accounts;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Opens a terminal in a sandbox, which there is while it takes commands: not before its program has come to that, and not after somebody asked it to stop.</summary>
public sealed class StartSandboxConnection(SandboxFinder finder, ISandboxTerminals terminals, SuiteAccount account) : IOperation<StartSandboxConnectionInput, StartSandboxConnectionOutput>
{
    /// <exception cref="ApiException"><c>InvalidInputException</c>: there is no terminal to come to, for which the original has one sentence.</exception>
    public async Task<StartSandboxConnectionOutput> RunAsync(StartSandboxConnectionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var sandbox = await finder.GetAsync(input.SandboxId, cancellationToken);
        var session = TakesCommands(sandbox) ? await terminals.OpenAsync(sandbox.BuildId, cancellationToken) : null;
        return session is null
            ? throw InvalidInput.Of($"Failed to start SSM session for sandbox {BuildEvents.Arn(sandbox, account)}: codebuild:{sandbox.BuildId} is not connected.")
            : new StartSandboxConnectionOutput { SsmSession = session };
    }

    private static bool TakesCommands(BuildRecord sandbox) => sandbox.Obstacle() is null && BuildPhases.Current(sandbox)?.PhaseType == PhaseType.Build;
}
