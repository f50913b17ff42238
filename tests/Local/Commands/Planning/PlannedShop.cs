using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Planning;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Tests.Commands.Planning;

/// <summary>A pipeline with a source that was read and one that cannot be, an approval, a window and two deployments.</summary>
internal static class PlannedShop
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static SeenForPlan Seen { get; } = new(
        Pipeline(),
        State(),
        new Dictionary<string, SourceHead> { ["Checkout"] = new("main", "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00"), ["Seed"] = new(null, null, "only the suite reads its bucket") },
        new Dictionary<string, SeenGroup>
        {
            ["shop/web"] = new(new DeploymentGroupInfo { DeploymentConfigName = "Slow" }, new DeploymentConfigInfo { TrafficRoutingConfig = new TrafficRoutingConfig { Type = TrafficRoutingType.TimeBasedLinear, TimeBasedLinear = new TimeBasedLinear { LinearPercentage = 40, LinearInterval = 3 } } }),
        });

    public static PipelineDeclaration Pipeline(ExecutionMode mode = ExecutionMode.SUPERSEDED) => new()
    {
        Name = "shop",
        Version = 7,
        ExecutionMode = mode,
        Variables = [new PipelineVariableDeclaration { Name = "Color", DefaultValue = "blue" }],
        Stages =
        [
            new StageDeclaration { Name = "Source", Actions = [Action("Checkout", ActionCategory.Source, "Git", ("Branch", "main")) with { Namespace = "Src" }, Action("Seed", ActionCategory.Source, "S3", ("S3Bucket", "seeds"))] },
            new StageDeclaration { Name = "Build", Actions = [Action("Pack", ActionCategory.Build, "CodeBuild", ("ProjectName", "shop")) with { Namespace = "Built", RunOrder = 2 }, Action("Lint", ActionCategory.Test, "CodeBuild", ("ProjectName", "lint"))] },
            new StageDeclaration
            {
                Name = "Deploy",
                Needs = ["Source", "Build"],
                BeforeEntry = new BeforeEntryConditions { Conditions = [new Condition { Result = Result.FAIL, Rules = [Rule("Hours", "DeploymentWindow", ("Cron", "0 0 18 * * *")), Rule("Blue", "VariableCheck", ("Variable", "#{variables.Color}"), ("Value", "blue"), ("Operator", "EQ")), Rule("Quiet", "CloudWatchAlarm", ("AlarmName", "errors"))] }] },
                Actions = [Action("Ask", ActionCategory.Approval, "Manual", ("CustomData", "#{variables.Color} #{Src.CommitId} #{Built.VERSION} in #{codepipeline.PipelineExecutionId}"), ("Approvers", "ann,bob"), ("AllowSelfApproval", "false")), Action("Web", ActionCategory.Deploy, "CodeDeployToECS", ("ApplicationName", "shop"), ("DeploymentGroupName", "web")) with { RunOrder = 2 }],
            },
        ],
    };

    public static StageState State(string stage, string? holder, bool isClosed, params string[] waiting) => new()
    {
        StageName = stage,
        LatestExecution = holder is null ? null : new StageExecution { PipelineExecutionId = holder, Status = StageExecutionStatus.InProgress },
        InboundExecutions = [.. waiting.Select(run => new StageExecution { PipelineExecutionId = run, Status = StageExecutionStatus.InProgress })],
        InboundTransitionState = new TransitionState { Enabled = !isClosed, DisabledReason = isClosed ? "frozen" : null, LastChangedBy = isClosed ? "bob" : null },
    };

    private static GetPipelineStateOutput State() => new() { PipelineName = "shop", StageStates = [State("Source", null, isClosed: false), State("Build", "aaaa1111-x", isClosed: false, "bbbb2222-x"), State("Deploy", null, isClosed: true)] };

    private static ActionDeclaration Action(string name, ActionCategory category, string provider, params (string Key, string Value)[] configuration) => new()
    {
        Name = name,
        ActionTypeId = new ActionTypeId { Category = category, Owner = ActionOwner.AWS, Provider = provider, Version = "1" },
        Configuration = configuration.ToDictionary(key => key.Key, key => key.Value),
    };

    private static RuleDeclaration Rule(string name, string provider, params (string Key, string Value)[] configuration) => new()
    {
        Name = name,
        RuleTypeId = new RuleTypeId { Category = RuleCategory.Rule, Provider = provider },
        Configuration = configuration.ToDictionary(key => key.Key, key => key.Value),
    };
}
