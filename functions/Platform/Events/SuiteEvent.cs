using System.Text.Json.Nodes;

namespace Sluice.Platform.Events;

/// <summary>An event for the suite's bus, as it is written to the outbox.</summary>
/// <param name="Id">Unique; also what makes writing it twice one event.</param>
/// <param name="Source"><c>sluice.codepipeline</c>, <c>sluice.codebuild</c>, <c>sluice.codedeploy</c>, <c>sluice.codeconnections</c> or <c>sluice.suite</c>.</param>
/// <param name="DetailType">The original's, e.g. <c>CodeDeploy Deployment State-change Notification</c>.</param>
/// <param name="Detail">The original's document.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Sequence">Rises within one subject (a run, a build, a deployment): the bus is unordered.</param>
/// <param name="Resources">ARNs, if any.</param>
public sealed record SuiteEvent(
    string Id, string Source, string DetailType, JsonObject Detail, DateTimeOffset Time, long Sequence, IReadOnlyList<string> Resources);
