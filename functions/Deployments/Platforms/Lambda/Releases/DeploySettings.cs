using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Platforms.Lambda.Releases;

/// <summary>What the action's configuration says.</summary>
/// <param name="FunctionName">The function; must agree with the appspec if there is one.</param>
/// <param name="FunctionAlias">The alias; must agree with the appspec if there is one.</param>
/// <param name="Steps">The steps before all traffic is moved; null if nothing is said, which is all at once unless the appspec says otherwise.</param>
/// <param name="DefaultSteps">Those that are taken if neither this configuration nor the appspec says any.</param>
/// <param name="Alarms">What watches it: at most ten alarms.</param>
/// <param name="ErrorAlarm">The alarm of its own; null makes none.</param>
/// <param name="Rollback">Which causes give the traffic back.</param>
/// <param name="HookTimeoutSeconds">How long a hook may take to report, CodeDeploy's hour unless said otherwise.</param>
internal sealed record DeploySettings(
    string? FunctionName,
    string? FunctionAlias,
    IReadOnlyList<TrafficStep>? Steps,
    IReadOnlyList<TrafficStep>? DefaultSteps,
    AlarmPolicy Alarms,
    ErrorAlarm? ErrorAlarm,
    RollbackPolicy Rollback,
    int HookTimeoutSeconds);
