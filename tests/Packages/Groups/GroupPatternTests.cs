using Sluice.Packages.Groups;
using Sluice.Packages.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Groups;

public sealed class GroupPatternTests
{
    private const PackageGroupAssociationType Strong = PackageGroupAssociationType.STRONG;
    private const PackageGroupAssociationType Weak = PackageGroupAssociationType.WEAK;

    [Theory]
    [InlineData("/*", PackageFormat.npm, null, "react", Strong)]
    [InlineData("/npm/*", PackageFormat.npm, null, "react", Strong)]
    [InlineData("/npm/*", PackageFormat.pypi, null, "react", null)]
    [InlineData("/maven/com.example~", PackageFormat.maven, "com.example.app", "core", Strong)]
    [InlineData("/maven/com.example~", PackageFormat.maven, "com.examples", "core", null)]
    [InlineData("/npm/space~", PackageFormat.npm, null, "space", null)]
    [InlineData("/npm/space/*", PackageFormat.npm, "space", "ui", Strong)]
    [InlineData("/npm/space/*", PackageFormat.npm, "Space", "ui", Weak)]
    [InlineData("/npm//*", PackageFormat.npm, null, "ui", Strong)]
    [InlineData("/npm//*", PackageFormat.npm, "space", "ui", null)]
    [InlineData("/npm/space/ui~", PackageFormat.npm, "space", "ui-kit", Strong)]
    [InlineData("/npm/space/ui~", PackageFormat.npm, "SPACE", "ui-kit", Weak)]
    [InlineData("/npm/space/ui~", PackageFormat.npm, "other", "ui-kit", null)]
    [InlineData("/pypi//requests$", PackageFormat.pypi, null, "requests", Strong)]
    [InlineData("/pypi//requests$", PackageFormat.pypi, null, "request5", Weak)]
    [InlineData("/pypi//requests$", PackageFormat.pypi, null, "requests-2", null)]
    public void It_takes_packages_as_it_says(string pattern, PackageFormat format, string? space, string name, PackageGroupAssociationType? expected)
    {
        GroupPatternReader.Read(pattern).Takes(format, space, name).ShouldBe(expected);
        GroupPatternReader.Read(pattern).Names(format, space, name).ShouldBe(expected is PackageGroupAssociationType.STRONG);
    }

    [Theory]
    [InlineData("npm")]
    [InlineData("/")]
    [InlineData("/npm")]
    [InlineData("/NPM/*")]
    [InlineData("/0/*")]
    [InlineData("/npm/space$")]
    [InlineData("/npm/~")]
    [InlineData("/npm/space/~")]
    [InlineData("/npm/space/$")]
    [InlineData("/npm/space/a/b$")]
    [InlineData("/npm/sp*ce/*")]
    [InlineData("/npm/space/a#$")]
    [InlineData("/pypi/team~")]
    [InlineData("/nuget/team/*")]
    [InlineData("/nuget//My.Tool$")]
    [InlineData("/pypi//my_tool~")]
    [InlineData("/swift/Team/*")]
    [InlineData("/maven//core$")]
    [InlineData("/maven//*")]
    public void Others_are_refused(string pattern) => Should.Throw<ApiException>(() => GroupPatternReader.Read(pattern)).Message.ShouldContain($"packageGroup is '{pattern}'");

    [Theory]
    [InlineData("/*", "/npm/*", true)]
    [InlineData("/npm/*", "/npm/*", false)]
    [InlineData("/npm/*", "/npm/space/*", true)]
    [InlineData("/npm/*", "/pypi//requests$", false)]
    [InlineData("/npm/space/*", "/npm/*", false)]
    [InlineData("/npm/sp~", "/npm/space/*", false)]
    [InlineData("/maven/com.example~", "/maven/com.example.app~", true)]
    [InlineData("/maven/com.example~", "/maven/com.example/core$", true)]
    [InlineData("/npm/space~", "/npm//ui$", false)]
    [InlineData("/npm/space/*", "/npm/space/ui~", true)]
    [InlineData("/npm/space/ui~", "/npm/space/ui-kit~", true)]
    [InlineData("/npm/space/ui~", "/npm/space/ui-kit$", true)]
    [InlineData("/npm/space/ui$", "/npm/space/ui~", false)]
    public void One_is_above_another_whose_packages_it_would_take(string above, string below, bool expected) => GroupPatternReader.Read(above).Holds(GroupPatternReader.Read(below)).ShouldBe(expected);

    /// <summary>Whatever is written, it is read or refused; and what is read stands for itself.</summary>
    [Fact]
    public void Nothing_that_is_written_breaks_the_reader()
    {
        var random = new Random(12);
        var parts = new[] { "/", "*", "~", "$", "npm", "maven", "pypi", "a", "A", "#", "-", ".", "", "ü", "\ud800" };
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => parts[random.Next(parts.Length)]));
            try
            {
                GroupPatternReader.Read(text).Text.ShouldBe(text);
            }
            catch (ApiException e)
            {
                e.Code.ShouldBe("ValidationException");
            }
        }
    }
}
