using Sluice.Packages.Rules;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Rules;

/// <summary>The order that rules take for each format's versions.</summary>
public sealed class VersionOrdersTests
{
    [Theory]
    [InlineData(PackageFormat.npm, "1.0.0-rc.2", "1.0.0")]
    [InlineData(PackageFormat.cargo, "1.0.0-rc.2", "1.0.0-rc.10")]
    [InlineData(PackageFormat.cargo, "1.9.0", "1.10.0")]
    [InlineData(PackageFormat.swift, "1.0.0-beta", "1.0.0+build")]
    [InlineData(PackageFormat.ruby, "2.0.rc1", "2.0")]
    [InlineData(PackageFormat.ruby, "1.9", "1.10.a")]
    [InlineData(PackageFormat.ruby, "nothing", "0.1.a")]
    public void The_first_is_lower(PackageFormat format, string one, string other)
    {
        using var world = new PackageWorld();
        var order = world.Get<VersionOrders>().Of(format);

        Math.Sign(order.Compare(one, other)).ShouldBe(-1);
        Math.Sign(order.Compare(other, one)).ShouldBe(1);
    }

    [Theory]
    [InlineData(PackageFormat.cargo, "1.0.0+a", "1.0.0+b")]
    [InlineData(PackageFormat.swift, "1.0.0", "1.0.0+b")]
    [InlineData(PackageFormat.ruby, "1.0", "1.0.0")]
    public void Both_are_one(PackageFormat format, string one, string other)
    {
        using var world = new PackageWorld();

        world.Get<VersionOrders>().Of(format).Compare(one, other).ShouldBe(0);
    }

    [Theory]
    [InlineData(PackageFormat.cargo, "1.0.0-rc.1", true)]
    [InlineData(PackageFormat.cargo, "1.0.0+rc", false)]
    [InlineData(PackageFormat.ruby, "1.0.rc1", true)]
    [InlineData(PackageFormat.ruby, "1.0", false)]
    public void What_comes_before_a_release_is_early(PackageFormat format, string version, bool isEarly)
    {
        using var world = new PackageWorld();

        world.Get<VersionOrders>().Of(format).IsEarly(version).ShouldBe(isEarly);
    }
}
