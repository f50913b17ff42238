using Sluice.Builds.Shapes;
using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Seeing;
using Sluice.Local.Commands.Seeing.Timelines;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Seeing.Timelines;

/// <summary>
/// A run of 200 seconds: 10 for its source; 20 behind another run before Build, where a build is queued for 10 and runs for 30; an approval of 60; a window of 20; and a deployment that stands in its group's queue for 10 and takes 40.
/// </summary>
internal static class TimedRun
{
    public const string Id = "aaaa1111-0000-0000-0000-000000000001";
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private const string BuildId = "shop:11111111-2222-3333-4444-555555555555";

    public static SeenRun Seen { get; } = new(
        new PipelineExecutionSummary { PipelineExecutionId = Id, Status = PipelineExecutionStatus.Succeeded, StartTime = At(0), LastUpdateTime = At(200) },
        new PipelineExecution
        {
            PipelineName = "shop",
            PipelineExecutionId = Id,
            Status = PipelineExecutionStatus.Succeeded,
            Stages = [Stage("Source", 0, 0, 10), Stage("Build", 10, 30, 70) with { WaitedFor = StageWait.Stage }, Stage("Ask", 70, 70, 130), Stage("Deploy", 130, 130, 200)],
        },
        [Action("Source", "Checkout", ActionCategory.Source, 0, 10), Action("Build", "Compile", ActionCategory.Build, 30, 70, BuildId), Action("Ask", "Release", ActionCategory.Approval, 70, 130), Action("Deploy", "Shift", ActionCategory.Deploy, 150, 200, "d-ABC")],
        [
            new RuleExecutionDetail
            {
                StageName = "Deploy", RuleName = "Hours", Status = RuleExecutionStatus.Succeeded, StartTime = At(130), LastUpdateTime = At(150),
                Input = new RuleExecutionInput { RuleTypeId = new RuleTypeId { Category = RuleCategory.Rule, Provider = "DeploymentWindow" } },
            },
        ],
        new Dictionary<string, Build> { [BuildId] = new() { Phases = [Phase(BuildPhaseType.SUBMITTED, 30, 30), Phase(BuildPhaseType.QUEUED, 30, 40), Phase(BuildPhaseType.INSTALL, 40, 44), Phase(BuildPhaseType.BUILD, 44, 68), new BuildPhase { PhaseType = BuildPhaseType.COMPLETED, StartTime = At(68) }] } },
        new Dictionary<string, SeenDeployment> { ["d-ABC"] = new(new DeploymentInfo { DeploymentId = "d-ABC", CreateTime = At(150), StartTime = At(160) }, [new DeploymentTarget { LambdaTarget = new LambdaTarget { LifecycleEvents = [Event("BeforeAllowTraffic", 160, 165), Event("AllowTraffic", 165, 198)] } }]) });

    public static DateTimeOffset At(int seconds) => Start.AddSeconds(seconds);

    public static StageTimes Stage(string name, int arrived, int? entered, int? ended) => new()
    {
        StageName = name, Status = entered is null ? null : ended is null ? StageExecutionStatus.InProgress : StageExecutionStatus.Succeeded, ArrivedTime = At(arrived), EnteredTime = entered is { } at ? At(at) : null, EndTime = ended is { } end ? At(end) : null,
    };

    public static ActionExecutionDetail Action(string stage, string name, ActionCategory category, int start, int? end, string? external = null) => new()
    {
        PipelineExecutionId = Id,
        StageName = stage,
        ActionName = name,
        Status = end is null ? ActionExecutionStatus.InProgress : ActionExecutionStatus.Succeeded,
        StartTime = At(start),
        LastUpdateTime = At(end ?? start),
        Input = new ActionExecutionInput { ActionTypeId = new ActionTypeId { Category = category, Owner = ActionOwner.AWS, Provider = "x", Version = "1" } },
        Output = new ActionExecutionOutput { ExecutionResult = new ActionExecutionResult { ExternalExecutionId = external } },
    };

    private static BuildPhase Phase(BuildPhaseType type, int start, int end) => new() { PhaseType = type, StartTime = At(start), EndTime = At(end) };

    private static LifecycleEvent Event(string name, int start, int end) => new() { LifecycleEventName = name, StartTime = At(start), EndTime = At(end) };
}
