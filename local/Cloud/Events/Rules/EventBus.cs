using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Events.Rules;

/// <summary>A bus as it is stored.</summary>
internal sealed record EventBus(string Name, DateTimeOffset CreatedAt)
{
    public string? Description { get; init; }

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    public DateTimeOffset ChangedAt { get; init; } = CreatedAt;
}
