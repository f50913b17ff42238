using Sluice.BuildContract;
using Sluice.Local.Cloud.Tasks;

namespace Sluice.Local.Host;

/// <summary>A line that a build wrote.</summary>
/// <param name="Project">Whose build it is.</param>
/// <param name="Pipeline">Which pipeline started it; null if none did.</param>
internal sealed record BuildOutput(string Project, string? Pipeline, string Text)
{
    private const string OfPipeline = "codepipeline/";

    /// <summary>How people know it: the pipeline, and the project if that is called otherwise.</summary>
    public string Name => Pipeline is null || Pipeline == Project ? Project : $"{Pipeline}/{Project}";

    public static BuildOutput Of(TaskOutput output)
    {
        var project = output.Overrides.GetValueOrDefault(RunnerVariables.BuildId, output.TaskDefinition).Split(':')[0];
        var initiator = output.Overrides.GetValueOrDefault(RunnerVariables.Initiator, "");
        return new BuildOutput(project, initiator.StartsWith(OfPipeline, StringComparison.Ordinal) ? initiator[OfPipeline.Length..] : null, output.Text);
    }
}
