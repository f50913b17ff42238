namespace Sluice.Deployments.Protocol.Claiming;

/// <summary>The target's claim as it was read, and whether the deployment that holds it has ended.</summary>
internal sealed record FoundClaim(Item? Item, bool OwnerHasEnded);
