using Sluice.Packages.Formats.NuGet.Names;

namespace Sluice.Packages.Tests.Formats.NuGet.Names;

public sealed class PackageNameTests
{
    [Theory]
    [InlineData("Newtonsoft.Json", "newtonsoft.json")]
    [InlineData("a_b-c.D", "a_b-c.d")]
    [InlineData("x", "x")]
    public void An_id_is_the_same_in_any_case(string written, string kept) => PackageName.Key(written).ShouldBe(kept);

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a..b")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a#b")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a\n")]
    [InlineData(null)]
    public void What_is_no_id_is_none(string? written) => PackageName.Key(written).ShouldBeNull();

    [Fact]
    public void An_id_has_a_hundred_characters_at_most()
    {
        PackageName.Key(new string('a', 100)).ShouldNotBeNull();
        PackageName.Key(new string('a', 101)).ShouldBeNull();
    }
}
