namespace Sluice.BuildContract.Batches;

/// <summary>Which part of the tests a build runs.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Count">How many parts there are, at least 1.</param>
public sealed record BatchShard(int Index, int Count);
