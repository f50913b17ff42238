using Sluice.BuildContract;

namespace Sluice.Builds.Model;

/// <summary>A build that is made once more, with the settings of the first.</summary>
internal static class Retries
{
    public static BuildRecord Of(BuildRecord build, string buildId, long number, string progressSecret, string initiator, DateTimeOffset now) => new()
    {
        BuildId = buildId,
        ProjectName = build.ProjectName,
        Number = number,
        Status = BuildStatus.InProgress,
        Initiator = initiator,
        Settings = build.Settings,
        Output = BuildOutputs.Beside(build.Output, buildId),
        ServiceVariables = build.ServiceVariables,
        ProgressSecret = progressSecret,
        SubmittedAt = now,
    };
}
