using System.Text.Json.Serialization;

namespace Sluice.Deployments.Notifying;

/// <summary>One of CodeDeploy's two events of a change of state, as EventBridge delivers it from the suite's bus.</summary>
/// <param name="DetailType">Which of the two.</param>
/// <param name="Time">When it happened.</param>
public sealed record StateChangeEvent([property: JsonPropertyName("detail-type")] string DetailType, DateTimeOffset Time, StateChange? Detail);
