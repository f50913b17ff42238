using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Cargo.Manifests;

/// <summary>What a crate needs.</summary>
/// <param name="Name">By which name the crate uses it.</param>
/// <param name="Package">What it is called itself.</param>
/// <param name="Requirement">Which versions.</param>
/// <param name="Kind"><c>normal</c>, <c>dev</c> or <c>build</c>.</param>
internal sealed record CrateDependency(string Name, string Package, string Requirement, string Kind)
{
    public const string Normal = "normal";
    public const string Dev = "dev";
    public const string Build = "build";

    /// <summary>Where it is needed alone, e.g. <c>cfg(unix)</c>; null for everywhere.</summary>
    public string? Target { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>Whether its default features are wanted.</summary>
    public bool WantsDefaults { get; init; } = true;

    /// <summary>Which features are wanted beside them.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The index of another registry; null for the one that the crate is in.</summary>
    public string? Registry { get; init; }

    /// <summary>As the API lists it.</summary>
    public StoredDependency Stored => new(null, Package, Kind, Requirement);

    /// <summary>All that counts, in one text: the same however it was written.</summary>
    public string Told =>
        $"{Kind} {Name} ({Package}) {VersionRequirement.Canonical(Requirement)}{(IsOptional ? " optional" : "")}{(WantsDefaults ? "" : " without default features")}"
        + $"{(Features.Count > 0 ? $" with {string.Join(',', Features.Distinct().Order(StringComparer.Ordinal))}" : "")}{(Target is null ? "" : $" for {string.Concat(Target.Where(character => character != ' '))}")}";
}
