using Sluice.BuildContract.Batches;

namespace Sluice.Builds.Model;

/// <summary>The batch that a build is one of.</summary>
/// <param name="BatchId">The batch's UUID.</param>
/// <param name="Identifier">Of the build in the batch; null for the one that reads the buildspec's <c>batch</c>, which is no build of the user's.</param>
/// <param name="Shard">Its part of a fan-out.</param>
internal sealed record BatchMember(string BatchId, string? Identifier, BatchShard? Shard = null);
