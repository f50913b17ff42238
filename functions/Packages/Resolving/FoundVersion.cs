using Sluice.Packages.Model;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Resolving;

/// <summary>A version, and in which repository it was found.</summary>
/// <param name="Package">The package in that repository.</param>
/// <param name="Version">As whoever asks may see it.</param>
public sealed record FoundVersion(PackageId Package, StoredVersion Version)
{
    /// <summary>Why it is not given; null if no rule withholds it.</summary>
    internal Withholding? Withheld { get; private init; }

    /// <summary>A version of a place, as whoever asked for the place may see it.</summary>
    internal static FoundVersion At(PackagePlace place, StoredVersion version) =>
        version.IsServed && place.Gate.Of(version) is { } withholding ? new FoundVersion(place.Id, version with { Status = PackageVersionStatus.Archived }) { Withheld = withholding } : new FoundVersion(place.Id, version);

    /// <exception cref="ApiException">A rule withholds it; the message says which.</exception>
    public FoundVersion Demanded(PackageId asked) => Withheld is null ? this : throw new WithheldException(asked, Version.Version, Withheld);
}
