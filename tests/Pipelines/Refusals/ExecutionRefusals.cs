using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class ExecutionRefusals
{
    private const string NoRun = "PipelineExecutionNotFoundException";
    private const string Limit = "ConcurrentPipelineExecutionsLimitExceededException";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        Constraint("StartPipelineExecution", "name"),
        NoPipeline("StartPipelineExecution", "name"),
        new("StartPipelineExecution", Validation, "{'sourceRevisions':[{'actionName':'Nothing','revisionType':'COMMIT_ID','revisionValue':'x'}]}", "'Nothing'"),
        new("StartPipelineExecution", Limit, "{'name':'full'}", "'full' has 50 runs under way"),
        Constraint("StopPipelineExecution", "pipelineName"),
        NoPipeline("StopPipelineExecution"),
        new("StopPipelineExecution", "PipelineExecutionNotStoppableException", "{'pipelineName':'done','pipelineExecutionId':'$doneRun'}", "has ended: Succeeded"),
        new("StopPipelineExecution", "PipelineExecutionNotStoppableException", $"{{'pipelineExecutionId':'{Unknown}'}}", "has no run"),
        new("StopPipelineExecution", "DuplicatedStopRequestException", "{'pipelineName':'stopping','pipelineExecutionId':'$stoppingRun'}", "is stopping already"),
        Constraint("GetPipelineExecution", "pipelineName"),
        NoPipeline("GetPipelineExecution"),
        new("GetPipelineExecution", NoRun, $"{{'pipelineExecutionId':'{Unknown}'}}", "has no run"),
        Constraint("GetPipelineState", "name"),
        NoPipeline("GetPipelineState", "name"),
        .. new[] { "ListActionExecutions", "ListRuleExecutions" }.SelectMany(Histories),
        Constraint("ListPipelineExecutions", "pipelineName"),
        NoPipeline("ListPipelineExecutions"),
        NoToken("ListPipelineExecutions"),
        Constraint("ListDeployActionExecutionTargets", "pipelineName"),
        NoPipeline("ListDeployActionExecutionTargets"),
        NoToken("ListDeployActionExecutionTargets"),
        new("ListDeployActionExecutionTargets", Validation, "{'pipelineName':null}", "The pipeline's name was expected"),
        new("ListDeployActionExecutionTargets", "ActionExecutionNotFoundException", "{'actionExecutionId':'nothing'}", "no execution 'nothing' of an action"),
        Constraint("PutActionRevision", "pipelineName"),
        NoPipeline("PutActionRevision"),
        NoStage("PutActionRevision"),
        new("PutActionRevision", "ActionNotFoundException", "{'actionName':'Nothing'}", "no action 'Nothing'"),
        new("PutActionRevision", Validation, "{'stageName':'Build','actionName':'Compile'}", "'Compile' is no source"),
        new("PutActionRevision", Limit, "{'pipelineName':'full'}", "'full' has 50 runs under way"),
    ];

    private static IEnumerable<Refusal> Histories(string operation) =>
    [
        Constraint(operation, "pipelineName"),
        NoPipeline(operation),
        NoToken(operation),
        new(operation, NoRun, $"{{'filter':{{'pipelineExecutionId':'{Unknown}'}}}}", "has no run"),
        new(operation, Validation, "{'filter':{'pipelineExecutionId':'$doneRun','latestInPipelineExecution':{'pipelineExecutionId':'$doneRun','startTimeRange':'Latest'}}}", "not both"),
    ];
}
