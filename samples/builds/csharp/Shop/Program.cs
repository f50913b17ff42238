using Shop;

var basket = new Basket();
foreach (var price in args)
{
    basket.Add($"thing {price}", decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture));
}

Console.WriteLine(basket.Total);
