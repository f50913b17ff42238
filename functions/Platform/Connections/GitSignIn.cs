namespace Sluice.Platform.Connections;

/// <summary>What signs in to a host now.</summary>
public abstract record GitSignIn
{
    /// <inheritdoc/>
    public sealed override string ToString() => $"{GetType().Name} ***";
}
