using Sluice.Builds.Shapes;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Seeing.Timelines;

/// <summary>All that a suite tells of a run's time.</summary>
/// <param name="Summary">When it began and ended.</param>
/// <param name="Execution">When it came to its stages.</param>
/// <param name="Actions">What was done for it.</param>
/// <param name="Rules">How conditions were judged.</param>
/// <param name="Builds">Its builds, by their ids.</param>
/// <param name="Deployments">Its deployments, by their ids.</param>
internal sealed record SeenRun(
    PipelineExecutionSummary Summary,
    PipelineExecution Execution,
    IReadOnlyList<ActionExecutionDetail> Actions,
    IReadOnlyList<RuleExecutionDetail> Rules,
    IReadOnlyDictionary<string, Build> Builds,
    IReadOnlyDictionary<string, SeenDeployment> Deployments);
