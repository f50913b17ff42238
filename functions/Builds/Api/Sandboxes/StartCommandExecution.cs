using Sluice.Builds.ControlPlane;
using Sluice.Builds.Sandboxes;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Has a sandbox run a command: at once, or when it is up and those before it have ended.</summary>
public sealed class StartCommandExecution : IOperation<StartCommandExecutionInput, StartCommandExecutionOutput>
{
    private const int Longest = 100_000;
    private readonly SandboxFinder _finder;
    private readonly SandboxCommands _commands;
    private readonly CommandAnswer _answer;

    internal StartCommandExecution(SandboxFinder finder, SandboxCommands commands, CommandAnswer answer)
    {
        (_finder, _commands, _answer) = (finder, commands, answer);
    }

    /// <inheritdoc/>
    public async Task<StartCommandExecutionOutput> RunAsync(StartCommandExecutionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        if (input.Command.Length > Longest)
        {
            throw InvalidInput.Of($"command: expected {Longest} characters at most, and there are {input.Command.Length}.");
        }

        var sandbox = await _finder.GetAsync(input.SandboxId, cancellationToken);
        return sandbox.Obstacle() is null
            ? new StartCommandExecutionOutput { CommandExecution = _answer.Of(await _commands.AddAsync(sandbox.BuildId, input.Command, cancellationToken), sandbox) }
            : throw InvalidInput.Of($"The sandbox '{input.SandboxId}' is stopping or has ended, and runs no more commands.");
    }
}
