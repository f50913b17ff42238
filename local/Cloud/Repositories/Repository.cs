namespace Sluice.Local.Cloud.Repositories;

/// <summary>A repository, as it is stored; its branches and commits are in a folder of git's.</summary>
/// <param name="Id">A UUID, by which its folder is called, so that a new name moves nothing.</param>
/// <param name="Name">Its name now.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record Repository(string Id, string Name, DateTimeOffset CreatedAt)
{
    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>When something about it was changed last.</summary>
    public DateTimeOffset ModifiedAt { get; init; } = CreatedAt;

    /// <summary>By their keys.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
