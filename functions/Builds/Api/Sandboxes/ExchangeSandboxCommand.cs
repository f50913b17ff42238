using Sluice.Builds.Api.Progress;
using Sluice.Builds.Sandboxes;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>A sandbox's program hands in what the last command came to and takes the next. The operation is ours, and its right is the sandbox's own secret. It may be repeated: the first result stays, and a command is handed out until it has one.</summary>
public sealed class ExchangeSandboxCommand : IOperation<ExchangeSandboxCommandInput, ExchangeSandboxCommandOutput>
{
    private readonly ToldBuilds _builds;
    private readonly SandboxCommands _commands;

    internal ExchangeSandboxCommand(ToldBuilds builds, SandboxCommands commands)
    {
        (_builds, _commands) = (builds, commands);
    }

    /// <exception cref="ApiException"><c>ResourceNotFoundException</c>: there is no such sandbox, or the secret is not its own; which of the two is not told.</exception>
    public async Task<ExchangeSandboxCommandOutput> RunAsync(ExchangeSandboxCommandInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var sandbox = await _builds.GetAsync(input.Id, input.ProgressSecret, cancellationToken);
        if (input.Finished is { } finished)
        {
            await _commands.EndAsync(sandbox.BuildId, finished.Id, finished.ExitCode, finished.StandardOutputContent, finished.StandardErrContent, cancellationToken);
        }

        var next = sandbox.Obstacle() is null ? await _commands.NextAsync(sandbox.BuildId, cancellationToken) : null;
        return new ExchangeSandboxCommandOutput { CommandExecutionId = next?.Id, Command = next?.Command };
    }
}
