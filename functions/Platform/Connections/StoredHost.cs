using System.Text.Json.Nodes;
using Sluice.Platform.Api;

namespace Sluice.Platform.Connections;

/// <summary>Where a provider is that somebody installed, as it is stored.</summary>
/// <param name="Id">As its ARN has it: the name and eight digits.</param>
/// <param name="Name">For people.</param>
/// <param name="Provider">What is there.</param>
/// <param name="Endpoint">Its URL.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record StoredHost(string Id, string Name, GitProvider Provider, string Endpoint, DateTimeOffset CreatedAt)
{
    /// <summary>By their keys.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>The VPC that it was said to be in, which is kept and shown.</summary>
    public JsonNode? Vpc { get; init; }
}
