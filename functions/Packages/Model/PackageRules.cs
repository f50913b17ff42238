namespace Sluice.Packages.Model;

/// <summary>Which versions of packages are given, and which are kept.</summary>
public sealed record PackageRules
{
    /// <summary>How old a version from outside must be; null if nothing was said.</summary>
    public AgeRule? MinimumAge { get; init; }

    /// <summary>What alone is given; null if nothing was said.</summary>
    public IReadOnlyList<NamedVersions>? Allow { get; init; }

    /// <summary>What is not given.</summary>
    public IReadOnlyList<NamedVersions> Block { get; init; } = [];

    /// <summary>What was published after this is not given; null if nothing was said.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Which versions stay; null if all do.</summary>
    public RetentionRule? Retention { get; init; }

    /// <summary>Whether every version is given.</summary>
    public bool GivesAll => this is { MinimumAge: null, Allow: null, Block.Count: 0, FrozenAt: null };
}
