namespace Sluice.Signing.Calls;

/// <summary>Keys that stay as they are.</summary>
public sealed class FixedKeys(AwsKeys keys) : IKeySource
{
    /// <inheritdoc/>
    public ValueTask<AwsKeys> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(keys);
}
