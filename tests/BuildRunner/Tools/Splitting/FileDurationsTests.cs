using Sluice.BuildRunner.Tools.Splitting;

namespace Sluice.BuildRunner.Tests.Tools.Splitting;

public sealed class FileDurationsTests
{
    [Theory]
    [InlineData("tests/shop/test_cart.py", 7.0)]
    [InlineData("./tests/shop/test_cart.py", 7.0)]
    [InlineData("tests/test_other.py", 3.0)]
    [InlineData("spec/cart.spec.js", 2.0)]
    [InlineData("tests/unknown.py", null)]
    public void A_file_takes_what_the_tests_take_whose_prefix_names_it(string file, double? expected)
    {
        var byPrefix = new Dictionary<string, double> { ["tests.shop.test_cart.TestCart"] = 4, ["tests.shop.test_cart"] = 3, ["test_other"] = 3, ["spec/cart.spec.js"] = 2 };

        FileDurations.Of([file], byPrefix).TryGetValue(file, out var known).ShouldBe(expected is not null);

        known.ShouldBe(expected ?? 0);
    }
}
