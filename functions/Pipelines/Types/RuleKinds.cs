using Sluice.Pipelines.Conditions;
using Sluice.Platform.Actions;
using static Sluice.Pipelines.Types.ConfigurationKey;

namespace Sluice.Pipelines.Types;

/// <summary>All types of rules.</summary>
internal static class RuleKinds
{
    /// <summary>CodePipeline gives a rule as long as an approval.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromDays(7);

    public static IReadOnlyList<RuleKind> All { get; } =
    [
        new(RuleProviders.CloudWatchAlarm) { Keys = [Needed("AlarmName"), new("AlarmStates"), new("WaitTime")] },
        new(RuleProviders.DeploymentWindow) { Keys = [Needed("Cron"), new("TimeZone")] },
        new(RuleProviders.LambdaInvoke) { Inputs = new(0, 5), Keys = [Needed("FunctionName"), new("UserParameters") { Longest = 1000 }] },
        new(RuleProviders.VariableCheck) { Keys = [Needed("Variable"), Needed("Value"), new("Operator", Required: true) { OneOf = VariableCheck.Operators }] },
        new(RuleProviders.CodeBuild) { Inputs = new(0, 5), Keys = [Needed("ProjectName"), new("PrimarySource"), new("EnvironmentVariables")] },
        new(RuleProviders.Commands) { Inputs = new(0, 10), TakesCommands = true },
    ];

    public static ActionService ServiceOf(string provider) => provider is RuleProviders.CodeBuild or RuleProviders.Commands ? ActionService.Build : ActionService.Pipeline;
}
