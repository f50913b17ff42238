using Sluice.Builds.Sandboxes;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Tells of up to a hundred commands of a sandbox. Of a sandbox that is not there, none is found.</summary>
public sealed class BatchGetCommandExecutions : IOperation<BatchGetCommandExecutionsInput, BatchGetCommandExecutionsOutput>
{
    private readonly SandboxFinder _finder;
    private readonly SandboxCommands _commands;
    private readonly CommandAnswer _answer;

    internal BatchGetCommandExecutions(SandboxFinder finder, SandboxCommands commands, CommandAnswer answer)
    {
        (_finder, _commands, _answer) = (finder, commands, answer);
    }

    /// <inheritdoc/>
    public async Task<BatchGetCommandExecutionsOutput> RunAsync(BatchGetCommandExecutionsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var ids = input.CommandExecutionIds.Distinct().ToList();
        if (await _finder.FindAsync(input.SandboxId, cancellationToken) is not { } sandbox)
        {
            return new BatchGetCommandExecutionsOutput { CommandExecutions = [], CommandExecutionsNotFound = ids };
        }

        var (found, missing) = await Batches.ReadAsync(ids, id => _commands.FindAsync(sandbox.BuildId, id, cancellationToken));
        return new BatchGetCommandExecutionsOutput { CommandExecutions = [.. found.Select(command => _answer.Of(command, sandbox))], CommandExecutionsNotFound = missing };
    }
}
