using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>The variables of a run, as its actions and rules see them.</summary>
internal sealed class RunScopes(RunVariables variables, TimeProvider time)
{
    /// <summary>What each action gave, by its execution, and all by their names.</summary>
    public async Task<(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Given, VariableScope Scope)> OfAsync(PipelineRun run, PipelineDeclaration pipeline, CancellationToken cancellationToken)
    {
        var given = await variables.OfRunAsync(run.PipelineName, run.PipelineExecutionId, cancellationToken);
        return (given, new VariableScope(new Turn(pipeline, run, [], [], time.GetUtcNow()) { Given = given }));
    }
}
