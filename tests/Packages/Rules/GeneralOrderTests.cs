using Sluice.Packages.Rules;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Rules;

public sealed class GeneralOrderTests
{
    [Theory]
    [InlineData("1.0.0", "1.0.1", -1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("1.0", "1.0.0", 0)]
    [InlineData("01.0", "1.0", 0)]
    [InlineData("1.0.0-rc.1", "1.0.0", -1)]
    [InlineData("1.0.0-rc.2", "1.0.0-rc.10", -1)]
    [InlineData("1.0.0-alpha", "1.0.0-beta", -1)]
    [InlineData("1.0.0-1", "1.0.0-alpha", -1)]
    [InlineData("1.0.0+one", "1.0.0+two", 0)]
    [InlineData("99999999999999999999.0", "100000000000000000000.0", -1)]
    public void Parts_are_compared_one_by_one(string one, string other, int order)
    {
        var general = new GeneralOrder(PackageFormat.cargo);

        Math.Sign(general.Compare(one, other)).ShouldBe(order);
        Math.Sign(general.Compare(other, one)).ShouldBe(-order);
    }
}
