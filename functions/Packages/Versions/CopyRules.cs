using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>What a copy of a version comes to. Pure.</summary>
internal static class CopyRules
{
    /// <param name="version">Which version.</param>
    /// <param name="source">As it is where it is copied from; null if it is not there.</param>
    /// <param name="destination">As it is where it is copied to; null if it is not there.</param>
    /// <param name="expected">What it is taken to be where it is copied from.</param>
    /// <param name="overwrite">Whether another one may be replaced.</param>
    /// <param name="sequence">The number of the next change of the package that it is copied to.</param>
    public static VersionVerdict Copy(string version, StoredVersion? source, StoredVersion? destination, Expectation expected, bool overwrite, long sequence) => (source, destination) switch
    {
        (null, _) => VersionVerdict.Fails(VersionFailure.NotFound(version)),
        ({ } copied, _) when expected.Failure(copied) is { } failure => VersionVerdict.Fails(failure),
        ({ IsServed: false } copied, _) => VersionVerdict.Fails(VersionFailure.NotAllowed($"Version {version} is {copied.Status} where it is copied from; expected Published or Unlisted")),
        ({ } copied, null) => new VersionVerdict(copied with { Sequence = sequence }),
        ({ } copied, { } there) when AreSame(copied, there) => new VersionVerdict(there),
        (_, { Status: PackageVersionStatus.Disposed }) => VersionVerdict.Fails(VersionFailure.NotAllowed($"Version {version} is Disposed where it is copied to: delete it first")),
        _ when !overwrite => VersionVerdict.Fails(VersionFailure.Exists(version)),
        ({ } copied, { } there) => new VersionVerdict(copied with { Sequence = Math.Max(sequence, there.Sequence + 1) }),
    };

    /// <summary>Whether they have the same assets and say the same of themselves.</summary>
    public static bool AreSame(StoredVersion one, StoredVersion other) =>
        one.Status == other.Status && one.Document == other.Document && one.Readme == other.Readme && one.Deprecation == other.Deprecation
        && one.Assets.Select(asset => (asset.Name, asset.Hashes.Sha256)).SequenceEqual(other.Assets.Select(asset => (asset.Name, asset.Hashes.Sha256)));
}
