namespace Sluice.Pipelines.Conditions;

/// <summary>The kinds of rules.</summary>
internal static class RuleProviders
{
    public const string CloudWatchAlarm = "CloudWatchAlarm";

    public const string DeploymentWindow = "DeploymentWindow";

    public const string LambdaInvoke = "LambdaInvoke";

    public const string VariableCheck = "VariableCheck";

    public const string CodeBuild = "CodeBuild";

    public const string Commands = "Commands";
}
