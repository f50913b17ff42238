namespace Sluice.Signing.Calls;

/// <summary>Where the keys come from that calls are signed with.</summary>
public interface IKeySource
{
    /// <summary>Keys that are good now.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    ValueTask<AwsKeys> GetAsync(CancellationToken cancellationToken);
}
