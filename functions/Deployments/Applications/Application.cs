namespace Sluice.Deployments.Applications;

/// <summary>An application as it is stored. Groups, revisions and deployments keep its id, so a rename changes nothing of theirs.</summary>
/// <param name="ApplicationId">A UUID, for ever its own.</param>
/// <param name="ApplicationName">Unique among the applications that there are now.</param>
/// <param name="ComputePlatform">Never changes.</param>
/// <param name="CreateTime">When it was made.</param>
public sealed record Application(string ApplicationId, string ApplicationName, ComputePlatform ComputePlatform, DateTimeOffset CreateTime)
{
    /// <summary>The GitHub connection whose token fetches its revisions; null if it has none.</summary>
    public string? GitHubAccountName { get; init; }

    /// <summary>Its tags, in the order of their keys.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];

    /// <summary>Since when it is being deleted; it is not found any more then. Null while it is there.</summary>
    public DateTimeOffset? DeletingSince { get; init; }
}
