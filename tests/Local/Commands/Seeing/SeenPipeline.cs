using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Seeing;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Seeing;

/// <summary>A pipeline in the midst of a canary, behind which another run waits at a closed transition, and an approval.</summary>
internal static class SeenPipeline
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private const string First = "aaaa1111-0000-0000-0000-000000000001";
    private const string Second = "bbbb2222-0000-0000-0000-000000000002";

    public static PipelineView View { get; } = new(State(), [Run(Second, "A second change"), Run(First, "A change")], [Action(First, "Deploy", "Shift", ActionCategory.Deploy), Action(Second, "Ask", "Release", ActionCategory.Approval)], [Approval()], [Deployment()]);

    private static PipelineExecutionSummary Run(string id, string summary) => new()
    {
        PipelineExecutionId = id,
        Status = PipelineExecutionStatus.InProgress,
        StartTime = Now.AddMinutes(-3),
        LastUpdateTime = Now.AddMinutes(-1),
        Trigger = new ExecutionTrigger { TriggerType = TriggerType.StartPipelineExecution, TriggerDetail = "ann" },
        SourceRevisions = [new SourceRevision { ActionName = "Checkout", RevisionId = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00", RevisionSummary = summary + "\nand more" }],
    };

    private static ActionExecutionDetail Action(string run, string stage, string name, ActionCategory category) => new()
    {
        PipelineExecutionId = run,
        ActionExecutionId = run + name,
        StageName = stage,
        ActionName = name,
        Status = ActionExecutionStatus.InProgress,
        StartTime = Now.AddMinutes(-1),
        LastUpdateTime = Now.AddMinutes(-1),
        Input = new ActionExecutionInput { ActionTypeId = new ActionTypeId { Category = category, Owner = ActionOwner.AWS, Provider = "x", Version = "1" } },
    };

    private static GetPipelineStateOutput State() => new()
    {
        PipelineName = "shop",
        StageStates =
        [
            Stage("Ask", Second, "Release"),
            Stage("Deploy", First, "Shift") with
            {
                InboundTransitionState = new TransitionState { Enabled = false, DisabledReason = "frozen", LastChangedBy = "bob", LastChangedAt = Now.AddHours(-1) },
                InboundExecutions = [new StageExecution { PipelineExecutionId = Second, Status = StageExecutionStatus.InProgress }],
            },
        ],
    };

    private static StageState Stage(string name, string run, string action) => new()
    {
        StageName = name,
        LatestExecution = new StageExecution { PipelineExecutionId = run, Status = StageExecutionStatus.InProgress },
        ActionStates = [new ActionState { ActionName = action, LatestExecution = new ActionExecution { Status = ActionExecutionStatus.InProgress, LastStatusChange = Now.AddMinutes(-1) } }],
    };

    private static WaitingApproval Approval() => new("shop", "Ask", "Release", Second, "token", "Is it closed?", null, Now.AddMinutes(-1), Now.AddDays(7).AddMinutes(-1));

    private static SeenDeployment Deployment() => new(
        new DeploymentInfo { DeploymentId = "d-ABC", ExternalId = First, ApplicationName = "shop", DeploymentGroupName = "Deploy", Status = DeploymentStatus.Ready, DeploymentStatusMessages = ["10 % of the traffic is on the new version"] },
        [new DeploymentTarget { LambdaTarget = new LambdaTarget { LambdaFunctionInfo = new LambdaFunctionInfo { FunctionName = "fn", FunctionAlias = "live", CurrentVersion = "1", TargetVersion = "2", TargetVersionWeight = 10 } } }]);
}
