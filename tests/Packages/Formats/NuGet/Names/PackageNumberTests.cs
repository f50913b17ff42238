using Sluice.Packages.Formats.NuGet.Names;

namespace Sluice.Packages.Tests.Formats.NuGet.Names;

public sealed class PackageNumberTests
{
    [Theory]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1", "1.0.0")]
    [InlineData("1.01.002", "1.1.2")]
    [InlineData("1.2.3.0", "1.2.3")]
    [InlineData("1.2.3.4", "1.2.3.4")]
    [InlineData("1.2.3+build.7", "1.2.3")]
    [InlineData("1.0.0-RC.1+x", "1.0.0-rc.1")]
    public void One_version_is_kept_under_one_text(string written, string kept) => PackageNumber.Key(written).ShouldBe(kept);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.0.0-")]
    [InlineData("1.0.0/../x")]
    [InlineData("99999999999.0.0")]
    [InlineData(null)]
    public void What_is_no_version_is_kept_under_none(string? written) => PackageNumber.Key(written).ShouldBeNull();

    [Fact]
    public void The_longest_version_is_kept() => PackageNumber.Key("1.0.0-" + new string('a', 249)).ShouldNotBeNull();

    [Fact]
    public void A_longer_version_is_not() => PackageNumber.Key("1.0.0-" + new string('a', 250)).ShouldBeNull();
}
