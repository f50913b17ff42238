namespace Sluice.Packages.Rules;

/// <summary>The orders of all formats' versions.</summary>
internal sealed class VersionOrders(IEnumerable<IVersionOrder> orders)
{
    private readonly Dictionary<PackageFormat, IVersionOrder> _orders = orders.ToDictionary(order => order.Format);

    public IVersionOrder Of(PackageFormat format) => _orders.GetValueOrDefault(format) ?? new GeneralOrder(format);
}
