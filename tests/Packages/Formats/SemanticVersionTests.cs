using Sluice.Packages.Formats;

namespace Sluice.Packages.Tests.Formats;

public sealed class SemanticVersionTests
{
    /// <summary>The order that semver.org gives as an example, and what is around it.</summary>
    [Fact]
    public void Precedence_is_as_the_specification_says()
    {
        string[] order = ["0.0.1", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.10.0", "2.0.0", "99999999999999999999.0.0"];

        order.Reverse().OrderBy(SemanticVersion.Read).ShouldBe(order);
    }

    [Theory]
    [InlineData("1.2.3+build.7")]
    [InlineData("1.2.3-0.3.7")]
    [InlineData("1.2.3-x-y-z.--")]
    [InlineData("1.0.0-0A.is.legal")]
    public void Versions_are_read(string text) => SemanticVersion.Read(text).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.2")]
    [InlineData("1.2.3.4")]
    [InlineData("01.2.3")]
    [InlineData("1.2.3-")]
    [InlineData("1.2.3-01")]
    [InlineData("1.2.3-a..b")]
    [InlineData("1.2.3+")]
    [InlineData("1.2.3+a+b")]
    [InlineData("v1.2.3")]
    [InlineData("1.2.x")]
    [InlineData("-1.2.3")]
    [InlineData("latest")]
    public void What_is_no_version_is_none(string text) => SemanticVersion.Read(text).ShouldBeNull();
}
