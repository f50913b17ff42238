using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Protocol;

/// <summary>What is told of a deployment's one target on every platform.</summary>
/// <param name="Status">CodeDeploy's status of it.</param>
/// <param name="UpdatedAt">When something happened to it last.</param>
/// <param name="Events">The lifecycle events in their order.</param>
/// <param name="Account">Whose it is.</param>
internal sealed record TargetFacts(TargetStatus Status, DateTimeOffset UpdatedAt, IReadOnlyList<LifecycleEvent> Events, SuiteAccount Account);
