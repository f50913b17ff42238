using Xunit;

namespace Shop.Tests;

public sealed class BasketTests
{
    [Fact]
    public void The_total_is_that_of_all_things()
    {
        var basket = new Basket();
        basket.Add("pear", 0.5m);
        basket.Add("apple", 1.25m);

        Assert.Equal(1.75m, basket.Total);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Nothing_is_free(int price) => Assert.Throws<ArgumentOutOfRangeException>(() => new Basket().Add("pear", price));
}
