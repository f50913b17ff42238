using Sluice.Platform.Api;

namespace Sluice.Local.Cloud.Secrets;

/// <summary>A secret as it is stored. Its versions' values are beside it, sealed.</summary>
/// <param name="Suffix">Six letters that end its ARN, and tell it from another of the same name.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Secret(string Suffix, string Name, DateTimeOffset CreatedAt)
{
    public string? Description { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>When its deletion was asked for; null if it was not.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When it is gone for good.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SecretVersion> Versions { get; init; } = [];

    public SecretVersion? Version(string id) => Versions.FirstOrDefault(version => version.Id == id);

    public SecretVersion? At(string stage) => Versions.FirstOrDefault(version => version.Stages.Contains(stage));

    /// <summary>Whether the time in which it could be restored is over.</summary>
    public bool IsGone(DateTimeOffset now) => GoneAt <= now;
}
