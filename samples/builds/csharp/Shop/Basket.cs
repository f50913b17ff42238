namespace Shop;

/// <summary>What a customer wants to buy.</summary>
public sealed class Basket
{
    private readonly Dictionary<string, decimal> _things = [];

    public decimal Total => _things.Values.Sum();

    public void Add(string thing, decimal price) => _things[thing] = price > 0 ? price : throw new ArgumentOutOfRangeException(nameof(price));
}
