using Sluice.Packages.Groups;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Groups;

public sealed class NameMatchTests
{
    private const PackageGroupAssociationType Strong = PackageGroupAssociationType.STRONG;
    private const PackageGroupAssociationType Weak = PackageGroupAssociationType.WEAK;

    [Theory]
    [InlineData("ui", "ui", Strong)]
    [InlineData("ui", "UI", Weak)]
    [InlineData("any-company", "any_company", Weak)]
    [InlineData("any-company", "any..company", Weak)]
    [InlineData("tool", "t00l", Weak)]
    [InlineData("login", "1ogin", Weak)]
    [InlineData("ui", "uix", null)]
    [InlineData("anycompany", "any-company", null)]
    [InlineData("", "", Strong)]
    [InlineData("", "a", null)]
    public void A_name_is_the_one_of_a_pattern_or_looks_like_it(string pattern, string name, PackageGroupAssociationType? expected) => NameMatch.Whole(pattern, name).ShouldBe(expected);

    [Theory]
    [InlineData("ui", "ui", Strong)]
    [InlineData("ui", "ui-kit", Strong)]
    [InlineData("ui", "ui.kit", Strong)]
    [InlineData("ui-", "ui-kit", Strong)]
    [InlineData("ui", "uikit", null)]
    [InlineData("ui", "u", null)]
    [InlineData("ui", "UI_kit", Weak)]
    [InlineData("ui", "my-ui", null)]
    public void A_name_begins_as_a_pattern_where_a_word_ends(string pattern, string name, PackageGroupAssociationType? expected) => NameMatch.Prefix(pattern, name).ShouldBe(expected);
}
