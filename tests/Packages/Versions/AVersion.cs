using Sluice.Packages.Model;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Versions;

internal static class AVersion
{
    public static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static StoredVersion Of(PackageVersionStatus status = PackageVersionStatus.Published, string number = "1.0", string content = "a") =>
        new(number, status, $"rev-{number}", VersionOrigin.Published("main"), [new StoredAsset("a.txt", 1, new ContentHashes("", "", content, ""))], Then)
        {
            PublishedAt = status is PackageVersionStatus.Unfinished ? null : Then,
            Readme = "readme",
        };
}
