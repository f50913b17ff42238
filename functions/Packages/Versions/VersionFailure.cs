namespace Sluice.Packages.Versions;

/// <summary>Why a version stays as it is.</summary>
/// <param name="Code">The model's word.</param>
/// <param name="Message">What was found, and what was expected.</param>
internal sealed record VersionFailure(PackageVersionErrorCode Code, string Message)
{
    public static VersionFailure NotFound(string version) => new(PackageVersionErrorCode.NOT_FOUND, $"Could not find version {version}");

    public static VersionFailure Exists(string version) => new(PackageVersionErrorCode.ALREADY_EXISTS, $"Version {version} already exists, and is another one");

    public static VersionFailure Skipped(string version) => new(PackageVersionErrorCode.SKIPPED, $"Version {version} was skipped");

    public static VersionFailure OtherRevision(string current, string expected) => new(PackageVersionErrorCode.MISMATCHED_REVISION, $"current revision: {current}, expected revision: {expected}");

    public static VersionFailure OtherStatus(PackageVersionStatus current, PackageVersionStatus expected) => new(PackageVersionErrorCode.MISMATCHED_STATUS, $"current status: {current}, expected status: {expected}");

    public static VersionFailure NotAllowed(string message) => new(PackageVersionErrorCode.NOT_ALLOWED, message);
}
