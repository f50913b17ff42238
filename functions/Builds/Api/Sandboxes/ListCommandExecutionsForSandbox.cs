using Sluice.Builds.ControlPlane;
using Sluice.Builds.Sandboxes;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Lists a sandbox's commands, the newest first unless asked otherwise.</summary>
public sealed class ListCommandExecutionsForSandbox : IOperation<ListCommandExecutionsForSandboxInput, ListCommandExecutionsForSandboxOutput>
{
    private readonly SandboxFinder _finder;
    private readonly SandboxCommands _commands;
    private readonly CommandAnswer _answer;

    internal ListCommandExecutionsForSandbox(SandboxFinder finder, SandboxCommands commands, CommandAnswer answer)
    {
        (_finder, _commands, _answer) = (finder, commands, answer);
    }

    /// <inheritdoc/>
    public async Task<ListCommandExecutionsForSandboxOutput> RunAsync(ListCommandExecutionsForSandboxInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var sandbox = await _finder.GetAsync(input.SandboxId, cancellationToken);
        var (commands, token) = await _commands.ListAsync(
            sandbox.BuildId, input.SortOrder == SortOrderType.ASCENDING, input.MaxResults, input.NextToken, InvalidInput.Code, cancellationToken);
        return new ListCommandExecutionsForSandboxOutput { CommandExecutions = [.. commands.Select(command => _answer.Of(command, sandbox))], NextToken = token };
    }
}
