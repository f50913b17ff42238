using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary>Which stage is tried again.</summary>
internal static class StageToRetry
{
    /// <param name="pipeline">Its name.</param>
    /// <param name="stages">As they stand.</param>
    /// <param name="given">The stage that was named; null if none was.</param>
    /// <exception cref="UsageException">There is no such stage, or several have failed and none was named.</exception>
    /// <exception cref="RefusedException">Nothing has failed.</exception>
    public static StageState Of(string pipeline, IReadOnlyList<StageState> stages, string? given)
    {
        if (given is not null)
        {
            var name = PipelineNames.Stage(pipeline, given, [.. stages.Select(stage => stage.StageName!)]);
            var named = stages.First(stage => stage.StageName == name);
            return named.LatestExecution is null ? throw new RefusedException($"{pipeline}: no run has come to {name} yet.") : named;
        }

        return stages.Where(HasFailed).ToList() switch
        {
            [var one] => one,
            [] => throw new RefusedException($"{pipeline}: no stage has failed or was stopped."),
            var several => throw new UsageException($"Several stages of {pipeline} have failed; name one: {string.Join(", ", several.Select(stage => stage.StageName))}."),
        };
    }

    private static bool HasFailed(StageState stage) => stage.LatestExecution?.Status is StageExecutionStatus.Failed or StageExecutionStatus.Stopped;
}
