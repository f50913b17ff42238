using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Groups;

public sealed class GroupTreeTests
{
    private const PackageGroupOriginRestrictionType Publish = PackageGroupOriginRestrictionType.PUBLISH;
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, "react", "/npm/*")]
    [InlineData("space", "kit", "/npm/space/*")]
    [InlineData("space", "ui", "/npm/space/ui$")]
    [InlineData("space", "ui-other", "/npm/space/ui~")]
    [InlineData("space", "ui-kit", "/npm/space/ui-kit~")]
    [InlineData("space", "ui-kit-dark", "/npm/space/ui-kit~")]
    [InlineData("Space", "ui", "/npm/space/ui$")]
    public void A_package_is_of_the_most_special_group_that_takes_it(string? space, string name, string expected) =>
        Tree("/npm/*", "/npm/space/*", "/npm/space/ui~", "/npm/space/ui-kit~", "/npm/space/ui$").Of(PackageFormat.npm, space, name).Group.Pattern.ShouldBe(expected);

    [Fact]
    public void Of_groups_that_are_as_special_the_one_that_takes_it_strongly_has_it()
    {
        var tree = Tree("/npm//ui$", "/npm//UI$");

        tree.Of(PackageFormat.npm, null, "UI").ShouldSatisfyAllConditions(of => of.Group.Pattern.ShouldBe("/npm//UI$"), of => of.Type.ShouldBe(PackageGroupAssociationType.STRONG));
        tree.Of(PackageFormat.npm, null, "ui").Group.Pattern.ShouldBe("/npm//ui$");
        tree.Of(PackageFormat.npm, null, "Ui").Type.ShouldBe(PackageGroupAssociationType.WEAK);
    }

    [Fact]
    public void A_package_that_no_group_takes_is_of_the_root() => Tree("/npm/*").Of(PackageFormat.pypi, null, "a").ShouldSatisfyAllConditions(of => of.Group.Pattern.ShouldBe("/*"), of => of.Group.CreatedAt.ShouldBe(Then));

    [Fact]
    public void The_one_above_is_the_most_special_that_holds_it()
    {
        var tree = Tree("/npm/*", "/npm/space/*", "/npm/space/ui$");

        tree.Above(tree.Find("/npm/space/ui$")!)!.Pattern.ShouldBe("/npm/space/*");
        tree.Above(tree.Find("/npm/space/*")!)!.Pattern.ShouldBe("/npm/*");
        tree.Above(tree.Find("/npm/*")!)!.Pattern.ShouldBe("/*");
        tree.Above(tree.Find("/*")!).ShouldBeNull();
    }

    [Fact]
    public void What_is_not_said_holds_as_it_does_above()
    {
        var tree = new GroupTree("org", Then, [Group("/npm/*", PackageGroupOriginRestrictionMode.BLOCK), Group("/npm/space/*"), Group("/npm/space/ui$", PackageGroupOriginRestrictionMode.ALLOW)]);

        tree.Effective(tree.Find("/npm/space/*")!, Publish).ShouldSatisfyAllConditions(
            one => one.Mode.ShouldBe(PackageGroupOriginRestrictionMode.INHERIT), one => one.Effective.Mode.ShouldBe(PackageGroupOriginRestrictionMode.BLOCK), one => one.From.Pattern.ShouldBe("/npm/*"));
        tree.Effective(tree.Find("/npm/*")!, PackageGroupOriginRestrictionType.EXTERNAL_UPSTREAM).From.Pattern.ShouldBe("/*");
        Allows(tree, "space", "kit").ShouldBeFalse();
        Allows(tree, "space", "ui").ShouldBeTrue();
        tree.Allows(new PackageId("org", "main", PackageFormat.pypi, null, "a"), Publish).ShouldBeTrue();
    }

    [Fact]
    public void Some_repositories_are_let_in_by_name_also_by_the_groups_below()
    {
        var tree = new GroupTree("org", Then, [Group("/npm/*", PackageGroupOriginRestrictionMode.ALLOW_SPECIFIC_REPOSITORIES, "main"), Group("/npm/space/*")]);

        Allows(tree, "space", "kit").ShouldBeTrue();
        tree.Allows(new PackageId("org", "other", PackageFormat.npm, "space", "kit"), Publish).ShouldBeFalse();
    }

    private static bool Allows(GroupTree tree, string? space, string name) => tree.Allows(new PackageId("org", "main", PackageFormat.npm, space, name), Publish);

    private static GroupTree Tree(params string[] patterns) => new("org", Then, patterns.Select(pattern => Group(pattern)));

    private static StoredGroup Group(string pattern, PackageGroupOriginRestrictionMode? mode = null, params string[] repositories) => new("org", pattern, Then)
    {
        Restrictions = mode is { } said ? new Dictionary<PackageGroupOriginRestrictionType, GroupRestriction> { [Publish] = new(said, repositories) } : new Dictionary<PackageGroupOriginRestrictionType, GroupRestriction>(),
    };
}
