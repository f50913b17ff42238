using Sluice.Platform.Api;

namespace Sluice.Pipelines.Model;

/// <summary>A webhook as it is kept.</summary>
/// <param name="Definition">As it was given, without its secret.</param>
/// <param name="UrlId">What its address ends in: 128 random bits.</param>
/// <param name="SealedSecret">The secret; null if it has none.</param>
internal sealed record StoredWebhook(WebhookDefinition Definition, string UrlId, string? SealedSecret)
{
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>When it last started a run.</summary>
    public DateTimeOffset? LastTriggered { get; init; }

    /// <summary>The host's id of it, where the host was told of it.</summary>
    public string? HostId { get; init; }

    /// <summary>Why its host could not be told of it; null if it could, or was not.</summary>
    public string? ErrorMessage { get; init; }
}
