using Sluice.Packages.Model;

namespace Sluice.Packages.Versions;

/// <summary>Which status may follow which. Pure.</summary>
internal static class StatusRules
{
    /// <summary>The statuses that a version can be given: to be unfinished is no way back, and its contents are given up by an operation of its own.</summary>
    public static bool CanBeGiven(PackageVersionStatus status) => status is PackageVersionStatus.Published or PackageVersionStatus.Unlisted or PackageVersionStatus.Archived;

    /// <summary>The version with another status. One that was unfinished is published by that.</summary>
    public static VersionVerdict Update(string version, StoredVersion? before, Expectation expected, PackageVersionStatus target, DateTimeOffset now) => Checked(version, before, expected) ?? before!.Status switch
    {
        var status when status == target => new VersionVerdict(before),
        PackageVersionStatus.Disposed => VersionVerdict.Fails(VersionFailure.NotAllowed($"Version {version} is Disposed: its assets are gone, so that it cannot be {target}")),
        _ => new VersionVerdict(before with { Status = target, PublishedAt = before.PublishedAt ?? now, Sequence = before.Sequence + 1 }),
    };

    /// <summary>The version without its contents, for good.</summary>
    public static VersionVerdict Dispose(string version, StoredVersion? before, Expectation expected) => Checked(version, before, expected)
        ?? new VersionVerdict(before!.Status is PackageVersionStatus.Disposed ? before : before with { Status = PackageVersionStatus.Disposed, Assets = [], Readme = null, Sequence = before.Sequence + 1 });

    /// <summary>No version any more: one of its number can be published anew.</summary>
    public static VersionVerdict Delete(string version, StoredVersion? before, Expectation expected) => Checked(version, before, expected) ?? VersionVerdict.Deleted;

    private static VersionVerdict? Checked(string version, StoredVersion? before, Expectation expected) =>
        before is null ? VersionVerdict.Fails(VersionFailure.NotFound(version)) : expected.Failure(before) is { } failure ? VersionVerdict.Fails(failure) : null;
}
