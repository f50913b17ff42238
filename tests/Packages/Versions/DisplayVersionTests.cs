using Sluice.Packages.Shapes;
using Sluice.Packages.Versions;

namespace Sluice.Packages.Tests.Versions;

public sealed class DisplayVersionTests
{
    private static readonly Dictionary<string, string> Latest = new() { ["latest"] = "1.0" };

    [Theory]
    [InlineData(PackageFormat.npm, "1.0")]
    [InlineData(PackageFormat.pypi, "2.0")]
    public void It_is_npms_latest_or_what_was_published_last(PackageFormat format, string expected) =>
        DisplayVersion.Of(format, [AVersion.Of(), AVersion.Of(number: "2.0") with { PublishedAt = AVersion.Then.AddDays(1) }, AVersion.Of(PackageVersionStatus.Unlisted, "3.0") with { PublishedAt = AVersion.Then.AddDays(2) }], Latest).ShouldBe(expected);

    [Fact]
    public void A_latest_that_is_gone_does_not_count() => DisplayVersion.Of(PackageFormat.npm, [AVersion.Of(number: "2.0")], Latest).ShouldBe("2.0");

    [Fact]
    public void Nothing_stands_for_a_package_without_versions() => DisplayVersion.Of(PackageFormat.npm, [], Latest).ShouldBeNull();
}
