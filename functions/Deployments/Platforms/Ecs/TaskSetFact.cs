namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A task set as a target of a deployment shows it (CodeDeploy's <c>ECSTaskSet</c>).</summary>
/// <param name="Identifier">The task set's id.</param>
/// <param name="TaskSetArn">Its ARN.</param>
/// <param name="Label">Blue for the original, Green for the replacement.</param>
/// <param name="Status">PRIMARY, ACTIVE or DRAINING; null once it is gone.</param>
/// <param name="DesiredCount">How many tasks it shall have.</param>
/// <param name="PendingCount">How many are starting.</param>
/// <param name="RunningCount">How many run.</param>
/// <param name="TargetGroup">The ARN of the target group that sends to it.</param>
/// <param name="CreatedAt">When it was made, as ECS tells it.</param>
internal sealed record TaskSetFact(
    string Identifier,
    string TaskSetArn,
    string Label,
    string? Status,
    int DesiredCount,
    int PendingCount,
    int RunningCount,
    string? TargetGroup,
    string? CreatedAt)
{
    internal const string Blue = "Blue";
    internal const string Green = "Green";
}
