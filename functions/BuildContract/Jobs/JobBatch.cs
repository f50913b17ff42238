namespace Sluice.BuildContract.Jobs;

/// <summary>The batch that a build is one of.</summary>
/// <param name="BatchArn">The batch's ARN.</param>
/// <param name="Identifier">Of the build in the batch, e.g. <c>linux_small</c>.</param>
/// <param name="Shard">Which part of a fan-out it is, from 0; null in other batches.</param>
/// <param name="Shards">How many parts the fan-out has.</param>
public sealed record JobBatch(string BatchArn, string Identifier, int? Shard = null, int? Shards = null)
{
    /// <summary>How many seconds tests took before, by their prefix (class, module, feature or file), the same for all parts of a fan-out; empty if nothing is known.</summary>
    public IReadOnlyDictionary<string, double> Durations { get; init; } = new Dictionary<string, double>();
}
