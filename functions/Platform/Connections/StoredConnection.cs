using Sluice.Platform.Api;

namespace Sluice.Platform.Connections;

/// <summary>A connection to a git host, as it is stored.</summary>
/// <param name="Id">A UUID, as its ARN has it.</param>
/// <param name="Name">For people; it need not be unique.</param>
/// <param name="Provider">Whose host it is to.</param>
/// <param name="HostId">The host that says where; null of providers that are at one place.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record StoredConnection(string Id, string Name, GitProvider Provider, string? HostId, DateTimeOffset CreatedAt)
{
    /// <summary>By their keys.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>What it signs in with, sealed in parts; null as long as nobody brought it.</summary>
    public IReadOnlyList<string>? SealedSecret { get; init; }

    /// <summary>Whether it signs in by an SSH key.</summary>
    public bool BySsh { get; init; }

    /// <summary>What its host signs deliveries with, sealed; null as long as nobody asked for it.</summary>
    public string? SealedDeliverySecret { get; init; }

    /// <summary>The host's own ids of the webhooks that it was told of, by repository.</summary>
    public IReadOnlyDictionary<string, string> Hooks { get; init; } = new Dictionary<string, string>();

    /// <summary>What made it for itself, and takes it away again; null for one that users see.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it can sign in.</summary>
    public bool IsAvailable => SealedSecret is not null;

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Name}";
}
