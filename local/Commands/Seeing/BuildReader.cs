using Sluice.Builds.Shapes;
using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing;

/// <summary>Asks for builds.</summary>
internal static class BuildReader
{
    private const int LooksBack = 20;

    /// <summary>Whether it is CodeBuild's <c>project:uuid</c>.</summary>
    public static bool IsId(string text) => text.Split(':') is [{ Length: > 0 }, var uuid] && Guid.TryParse(uuid, out _);

    public static async Task<Build?> FindAsync(SuiteClient suite, string id, CancellationToken stop) =>
        (await suite.AskAsync<BatchGetBuildsOutput>(new BatchGetBuildsInput { Ids = [id] }, stop)).Builds is [var build] ? build : null;

    /// <summary>The build of a pipeline's action: an action that has ended tells it; for one that goes on it is the newest that the pipeline has started since.</summary>
    public static async Task<string?> OfActionAsync(SuiteClient suite, string pipeline, ActionExecutionDetail action, CancellationToken stop)
    {
        if (RunActions.ExternalId(action) is { } told)
        {
            return told;
        }

        var ids = (await suite.AskAsync<ListBuildsOutput>(new ListBuildsInput(), stop)).Ids?.Take(LooksBack).ToList() ?? [];
        var builds = ids.Count == 0 ? [] : (await suite.AskAsync<BatchGetBuildsOutput>(new BatchGetBuildsInput { Ids = ids }, stop)).Builds ?? [];
        var project = RunActions.Setting(action, "ProjectName");
        return builds.Where(build => build.Initiator == $"codepipeline/{pipeline}" && build.StartTime >= action.StartTime?.AddSeconds(-1) && (project is null || build.ProjectName == project))
            .MaxBy(build => build.StartTime)?.Id;
    }
}
