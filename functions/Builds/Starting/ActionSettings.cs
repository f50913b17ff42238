using Sluice.Builds.ControlPlane.Projects;
using Sluice.Platform.Actions;

namespace Sluice.Builds.Starting;

/// <summary>How the build of an action is made: as its project says, but for sources and artifacts, which are the pipeline's to say here, as in CodeBuild.</summary>
internal static class ActionSettings
{
    private const int SecondsPerMinute = 60;

    /// <summary>The build's own end says more than that of the machine that waits for it: CodePipeline gives commands 55 minutes of their hour.</summary>
    private const int PartKept = 12;

    /// <param name="request">What the pipeline asks for.</param>
    /// <param name="action">The same, read.</param>
    /// <param name="stored">The project; null if there is none of the name.</param>
    /// <param name="inputs">What is built.</param>
    public static BuildSettings Of(ActionRequest request, BuildAction action, StoredProject? stored, BuildInputs inputs)
    {
        var project = action.Commands is { } commands ? OfCommands(request, commands) : stored is null ? UnnamedProject.Settings : SettingsOfProject.Of(stored, stored.Project);
        var settings = project with
        {
            Artifacts = UnnamedProject.Settings.Artifacts,
            SecondaryArtifacts = [],
            OutputArtifacts = request.OutputArtifacts,
            Environment = project.Environment with { EnvironmentVariables = Variables.Over(project.Environment.EnvironmentVariables, action.Environment) },
        };

        // A rule may be a build of what its project says.
        return action is { Inputs: [], Commands: null } ? settings : settings with
        {
            Source = UnnamedProject.Settings.Source with { Buildspec = settings.Source.Buildspec },
            SourceVersion = null,
            SecondarySources = [],
            SecondarySourceVersions = [],
            Inputs = inputs,
        };
    }

    private static BuildSettings OfCommands(ActionRequest request, string buildspec)
    {
        var minutes = request.TimeoutSeconds > 0 ? Math.Max(1, request.TimeoutSeconds / SecondsPerMinute) : ProjectSettings.DefaultTimeoutInMinutes;
        return UnnamedProject.Settings with
        {
            Source = UnnamedProject.Settings.Source with { Buildspec = buildspec },
            TimeoutInMinutes = Math.Min(minutes - (minutes / PartKept), ProjectSettings.LongestTimeoutInMinutes),
            Logs = new LogsConfig { CloudWatchLogs = new CloudWatchLogsConfig { Status = LogsConfigStatusType.ENABLED, GroupName = $"/aws/codepipeline/{request.PipelineName}" } },
        };
    }
}
