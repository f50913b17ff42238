
namespace Sluice.Pipelines.Model;

/// <summary>What started a run.</summary>
/// <param name="TriggerType">CodePipeline's: <c>CreatePipeline</c>, <c>PollForSourceChanges</c> or <c>StartPipelineExecution</c>.</param>
/// <param name="TriggerDetail">For people: at most 1,024 characters.</param>
public sealed record ExecutionTrigger(string TriggerType, string TriggerDetail)
{
    internal const string CreatePipeline = "CreatePipeline";

    internal const string Poll = "PollForSourceChanges";

    internal const string Start = "StartPipelineExecution";
}
