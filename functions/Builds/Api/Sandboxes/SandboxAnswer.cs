using Sluice.BuildContract;
using Sluice.Builds.Api.Builds;
using Sluice.Platform.Accounts;
using Sluice.Platform.Json;

namespace Sluice.Builds.Api.Sandboxes;

/// <summary>Sandboxes as they are answered. A sandbox has one session, which is the whole of it.</summary>
public sealed class SandboxAnswer(SuiteAccount account)
{
    private const string Running = "RUN_SANDBOX";

    internal Sandbox Of(BuildRecord sandbox)
    {
        var settings = sandbox.Settings;
        return new Sandbox
        {
            Id = sandbox.FullId(),
            Arn = BuildEvents.Arn(sandbox, account),
            ProjectName = sandbox.ProjectName,
            RequestTime = sandbox.SubmittedAt,
            StartTime = sandbox.BegunAt,
            EndTime = sandbox.EndedAt,
            Status = Status(sandbox),
            Source = settings.Source,
            SourceVersion = settings.SourceVersion,
            SecondarySources = settings.SecondarySources,
            SecondarySourceVersions = settings.SecondarySourceVersions,
            Environment = settings.Environment,
            FileSystemLocations = settings.FileSystemLocations,
            TimeoutInMinutes = settings.TimeoutInMinutes,
            QueuedTimeoutInMinutes = settings.QueuedTimeoutInMinutes,
            VpcConfig = settings.VpcConfig,
            LogConfig = settings.Logs,
            EncryptionKey = settings.EncryptionKey ?? account.Arn("kms", "alias/aws/s3"),
            ServiceRole = settings.ServiceRole,
            CurrentSession = Session(sandbox),
        };
    }

    private SandboxSession Session(BuildRecord sandbox) => new()
    {
        Id = sandbox.BuildId,
        Status = Status(sandbox),
        StartTime = sandbox.SubmittedAt,
        EndTime = sandbox.EndedAt,
        CurrentPhase = Current(sandbox),
        Phases = [.. BuildPhases.Ended(sandbox).Select(Phase), .. Going(sandbox)],
        ResolvedSourceVersion = sandbox.ResolvedSourceVersion,
        Logs = LogsAnswer.Of(sandbox, account),
    };

    /// <summary>One that has run out of time has stopped too, as CodeBuild says it; its phase tells why.</summary>
    private static string Status(BuildRecord sandbox) => sandbox switch
    {
        { Status: BuildStatus.Failed or BuildStatus.Fault } => "FAILED",
        _ when sandbox.HasEnded() => "STOPPED",
        { StopRequestedAt: not null } => "STOPPING",
        _ => Current(sandbox),
    };

    private static string Current(BuildRecord sandbox) => NameOf(BuildPhases.Current(sandbox)?.PhaseType ?? PhaseType.Completed);

    private static IEnumerable<SandboxSessionPhase> Going(BuildRecord sandbox)
    {
        if (BuildPhases.Current(sandbox) is { } current)
        {
            yield return new SandboxSessionPhase { PhaseType = NameOf(current.PhaseType), StartTime = current.StartTime };
        }
        else if (sandbox.ProgramPhases is not [.., { PhaseType: PhaseType.Completed }])
        {
            yield return new SandboxSessionPhase { PhaseType = NameOf(PhaseType.Completed), StartTime = sandbox.EndedAt };
        }
    }

    private static SandboxSessionPhase Phase(PhaseRecord phase) => phase.PhaseType == PhaseType.Completed
        ? new SandboxSessionPhase { PhaseType = NameOf(phase.PhaseType), StartTime = phase.StartTime }
        : new SandboxSessionPhase
        {
            PhaseType = NameOf(phase.PhaseType),
            PhaseStatus = Enum.Parse<StatusType>(phase.PhaseStatus.WireName()),
            StartTime = phase.StartTime,
            EndTime = phase.EndTime,
            DurationInSeconds = phase.DurationInSeconds,
            Contexts = [.. phase.Contexts.Select(context => new PhaseContext { StatusCode = context.StatusCode, Message = context.Message })],
        };

    /// <summary>Its commands run in what is a build's BUILD.</summary>
    private static string NameOf(PhaseType phase) => phase == PhaseType.Build ? Running : phase.WireName();
}
