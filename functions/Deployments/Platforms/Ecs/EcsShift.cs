using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What a deployment to ECS changes, as it was before, and the replacement.</summary>
/// <param name="Target">The replacement's target group.</param>
/// <param name="AlarmNames">All alarms that are watched.</param>
/// <param name="Production">The production listener.</param>
/// <param name="Test">The test listener, if there is one.</param>
/// <param name="OriginalTaskSet">The ARN of the service's primary task set; null for a first deployment.</param>
/// <param name="Replacement">The parameters of <c>CreateTaskSet</c>.</param>
[Kind("ECS")]
internal sealed record EcsShift(
    string Target, IReadOnlyList<string> AlarmNames, ListenerSnapshot Production, ListenerSnapshot? Test, string? OriginalTaskSet, JsonObject Replacement)
    : Shift(Target, Production.Traffic, AlarmNames, null)
{
    // A service without a task set has a listener already, but nothing that would answer there.
    internal override TrafficSplit? Answered() => OriginalTaskSet is null ? null : Snapshot;
}
