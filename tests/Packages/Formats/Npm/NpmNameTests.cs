using Sluice.Packages.Formats.Npm;

namespace Sluice.Packages.Tests.Formats.Npm;

public sealed class NpmNameTests
{
    [Theory]
    [InlineData("left-pad", null, "left-pad", "left-pad")]
    [InlineData("@team/ui", "team", "ui", "@team%2fui")]
    [InlineData("JSONStream", null, "JSONStream", "JSONStream")]
    public void Names_are_read(string text, string? scope, string name, string encoded)
    {
        var read = NpmName.Read(text).ShouldNotBeNull();
        (read.Scope, read.Name, read.Encoded, read.ToString()).ShouldBe((scope, name, encoded, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".hidden")]
    [InlineData("_internal")]
    [InlineData("@team")]
    [InlineData("@/ui")]
    [InlineData("@team/")]
    [InlineData("@team/../ui")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a%2fb")]
    [InlineData("ä")]
    [InlineData("..")]
    public void What_no_package_can_be_called_is_none(string text) => NpmName.Read(text).ShouldBeNull();

    [Fact]
    public void A_name_has_214_characters_at_most()
    {
        NpmName.Read(new string('a', 214)).ShouldNotBeNull();
        NpmName.Read(new string('a', 215)).ShouldBeNull();
    }

    [Theory]
    [InlineData("left-1.0.0.tgz", "1.0.0")]
    [InlineData("left-1.0.0-rc.1.tgz", "1.0.0-rc.1")]
    [InlineData("right-1.0.0.tgz", null)]
    [InlineData("left-.tgz", null)]
    [InlineData("left-1.0.0.zip", null)]
    public void The_version_is_in_a_tarballs_name(string file, string? version) => NpmPath.Of(["left", "-", file]).VersionOf(file).ShouldBe(version);

    [Fact]
    public void A_scope_may_be_a_part_of_the_path_or_in_one_with_the_name()
    {
        NpmPath.Of(["@team", "ui", "-", "x"]).ShouldSatisfyAllConditions(path => path.Name.ToString().ShouldBe("@team/ui"), path => path.Rest.ShouldBe(["-", "x"]));
        NpmPath.Of(["@team/ui"]).Name.ToString().ShouldBe("@team/ui");
    }
}
