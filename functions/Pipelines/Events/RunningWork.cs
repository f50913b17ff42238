using Sluice.Pipelines.Model;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Events;

/// <summary>What a service is at for a run: an action, or a rule of a condition.</summary>
/// <param name="PipelineName">The pipeline.</param>
/// <param name="PipelineExecutionId">The run.</param>
/// <param name="StageName">Its stage.</param>
/// <param name="Name">The action's or rule's name.</param>
/// <param name="Provider">Which kind: CodeBuild, Lambda …</param>
/// <param name="ExecutionId">The id that the service got with the request, by which its record is found.</param>
/// <param name="Service">Which service is at it.</param>
internal sealed record RunningWork(string PipelineName, string PipelineExecutionId, string StageName, string Name, string Provider, string ExecutionId, ActionService Service)
{
    /// <summary>All that runs in a stage now.</summary>
    public static IEnumerable<RunningWork> Of(PipelineDeclaration pipeline, PipelineRun run, RunStage stage)
    {
        var declared = pipeline.Stage(stage.StageName);
        return stage.Running.Select(action => Work(action.ActionName, declared.Action(action.ActionName).ActionTypeId, action.ActionExecutionId))
            .Concat(stage.RunningRules.Select(rule => Rule(rule, declared.Rule(stage.Phase, rule.RuleName).RuleTypeId.Provider)));

        RunningWork Work(string name, ActionTypeId type, string id) => new(run.PipelineName, run.PipelineExecutionId, stage.StageName, name, type.Provider, id, ActionKinds.Of(type).Service);

        RunningWork Rule(RunRule rule, string provider) => new(run.PipelineName, run.PipelineExecutionId, stage.StageName, rule.RuleName, provider, rule.RuleExecutionId, RuleKinds.ServiceOf(provider));
    }

    /// <summary>What its service is told.</summary>
    public ActionStop Stop(string reason) => new(Provider, PipelineName, PipelineExecutionId, StageName, Name, ExecutionId, reason, Service);
}
