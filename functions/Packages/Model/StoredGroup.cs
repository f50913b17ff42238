using Sluice.Platform.Api;

namespace Sluice.Packages.Model;

/// <summary>A package group of a domain.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Pattern">Which packages it has, e.g. <c>/npm/space/*</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record StoredGroup(string Domain, string Pattern, DateTimeOffset CreatedAt)
{
    /// <summary>For people; null if nothing was said.</summary>
    public string? Description { get; init; }

    /// <summary>Whom to ask; null if nothing was said.</summary>
    public string? ContactInfo { get; init; }

    /// <summary>Which versions of its packages are given; null if nothing was said.</summary>
    public StoredRules? Rules { get; init; }

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<ResourceTag> Tags { get; init; } = [];

    /// <summary>What was said of origins; what is not there is inherited.</summary>
    public IReadOnlyDictionary<PackageGroupOriginRestrictionType, GroupRestriction> Restrictions { get; init; } = new Dictionary<PackageGroupOriginRestrictionType, GroupRestriction>();
}
