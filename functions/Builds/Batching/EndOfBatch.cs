namespace Sluice.Builds.Batching;

/// <summary>The machine has done with a batch before its end.</summary>
public sealed record EndOfBatch(string BatchId, CaughtError? Failure);
