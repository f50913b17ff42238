using Sluice.BuildContract.Batches;

namespace Sluice.Builds.Model;

/// <summary>The batch that a build is one of.</summary>
/// <param name="BatchId">The batch's UUID.</param>
/// <param name="Identifier">Of the build in the batch; null for what is no build of the user's: the one that reads the buildspec's <c>batch</c>, and the one that combines artifacts.</param>
/// <param name="Shard">Its part of a fan-out.</param>
internal sealed record BatchMember(string BatchId, string? Identifier, BatchShard? Shard = null)
{
    /// <summary>Whether it puts the others' artifacts together.</summary>
    public bool Combines { get; init; }
}
