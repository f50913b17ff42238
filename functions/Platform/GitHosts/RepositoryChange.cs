namespace Sluice.Platform.GitHosts;

/// <summary>A git host has told a connection of something: what the event on the bus has in its detail.</summary>
/// <param name="DeliveryId">The same for what is delivered again.</param>
/// <param name="ConnectionId">The connection, whose secret the delivery is signed with.</param>
/// <param name="Change">What happened.</param>
public sealed record RepositoryChange(string DeliveryId, string ConnectionId, GitHostEvent Change)
{
    /// <summary>The event's source.</summary>
    public const string Source = "sluice.codeconnections";

    /// <summary>The event's detail type.</summary>
    public const string DetailType = "Sluice Repository Change";
}
