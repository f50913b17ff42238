using System.Globalization;
using Sluice.Builds.Api.Builds;
using Sluice.Builds.Sandboxes;
using Sluice.Platform.Accounts;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>A sandbox's commands as they are answered.</summary>
public sealed class CommandAnswer(SuiteAccount account)
{
    internal CommandExecution Of(SandboxCommand command, BuildRecord sandbox) => new()
    {
        Id = command.Id,
        SandboxId = sandbox.FullId(),
        SandboxArn = BuildEvents.Arn(sandbox, account),
        Command = command.Command,
        Type = CommandType.SHELL,
        Status = Status(command, sandbox),
        SubmitTime = command.SubmittedAt,
        StartTime = command.StartedAt,
        EndTime = command.EndedAt ?? sandbox.EndedAt,
        ExitCode = command.ExitCode?.ToString(CultureInfo.InvariantCulture),
        StandardOutputContent = command.Output,
        StandardErrContent = command.Errors,
        Logs = LogsAnswer.Of(sandbox, account),
    };

    /// <summary>What had not ended when its sandbox did never will.</summary>
    private static string Status(SandboxCommand command, BuildRecord sandbox) => command switch
    {
        { ExitCode: 0 } => "SUCCEEDED",
        { ExitCode: not null } => "FAILED",
        _ when sandbox.HasEnded() => "STOPPED",
        { StartedAt: not null } => "IN_PROGRESS",
        _ => "SUBMITTED",
    };
}
