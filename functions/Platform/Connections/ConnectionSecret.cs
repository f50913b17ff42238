using Sluice.Platform.Json;

namespace Sluice.Platform.Connections;

/// <summary>What a connection signs in with. It is stored sealed, and shown to nobody.</summary>
[Kinds]
public abstract record ConnectionSecret
{
    /// <inheritdoc/>
    public sealed override string ToString() => $"{GetType().Name} ***";
}
