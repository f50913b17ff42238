using Sluice.Platform.Api;

namespace Sluice.Packages.Model;

/// <summary>A repository of packages of every format.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Description">For people; null if nothing was said.</param>
public sealed record StoredRepository(string Domain, string Name, DateTimeOffset CreatedAt, string? Description)
{
    /// <summary>Where else is looked, by names, the first first.</summary>
    public IReadOnlyList<string> Upstreams { get; init; } = [];

    /// <summary>The registry outside that it takes from, e.g. <c>public:npmjs</c>; null if none.</summary>
    public string? ExternalConnection { get; init; }

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>Who else may use it; null if nothing was said.</summary>
    public StoredPolicy? Policy { get; init; }

    /// <summary>Which versions it gives; null if nothing was said.</summary>
    public StoredRules? Rules { get; init; }

    /// <summary>Its domain and name.</summary>
    public RepositoryId Id => new(Domain, Name);
}
