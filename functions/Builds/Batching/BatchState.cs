using Sluice.BuildContract.Batches;

namespace Sluice.Builds.Batching;

/// <summary>What a batch is decided on, beside its record.</summary>
/// <param name="Builds">Its builds that there are, by their UUIDs.</param>
/// <param name="Plan">What the buildspec's <c>batch</c> says; null while that is not read, or was read without success.</param>
internal sealed record BatchState(IReadOnlyDictionary<string, BuildRecord> Builds, BatchPlan? Plan);
