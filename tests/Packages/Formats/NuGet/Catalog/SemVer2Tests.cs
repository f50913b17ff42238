using System.Text.Json.Nodes;
using Sluice.Packages.Formats.NuGet.Catalog;

namespace Sluice.Packages.Tests.Formats.NuGet.Catalog;

public sealed class SemVer2Tests
{
    [Theory]
    [InlineData("1.0.0", "[1.0.0, )", false)]
    [InlineData("1.0.0-rc1", "[1.0.0-rc1, )", false)]
    [InlineData("1.0.0-rc.1", "[1.0.0, )", true)]
    [InlineData("1.0.0+build", "[1.0.0, )", true)]
    [InlineData("1.0.0", "[1.0.0-rc.1, )", true)]
    [InlineData("1.0.0", "[1.0.0, 2.0.0-rc.1]", true)]
    [InlineData("nothing", "nothing", false)]
    public void A_version_needs_it_by_its_number_or_by_what_it_depends_on(string version, string range, bool needs) => SemVer2.Needs(new JsonObject
    {
        ["version"] = version,
        ["dependencyGroups"] = new JsonArray(new JsonObject { ["dependencies"] = new JsonArray(new JsonObject { ["id"] = "B", ["range"] = range }) }),
    }).ShouldBe(needs);

    [Fact]
    public void What_is_of_another_shape_does_not() => SemVer2.Needs(new JsonObject { ["version"] = 1, ["dependencyGroups"] = new JsonArray("x", new JsonObject { ["dependencies"] = 5 }) }).ShouldBeFalse();
}
