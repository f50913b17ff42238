using System.Net;

namespace Sluice.Local.Cloud.Patterns;

/// <summary>Operators that take a text.</summary>
internal static class TextTest
{
    public static IReadOnlyList<string> Names { get; } = ["prefix", "suffix", "equals-ignore-case", "wildcard", "cidr"];

    /// <returns>Null if the operator takes another text.</returns>
    public static ValueTest? Of(string name, string wanted, StringComparison comparison) => name switch
    {
        "prefix" => ValueTest.OfText(value => value.StartsWith(wanted, comparison)),
        "suffix" => ValueTest.OfText(value => value.EndsWith(wanted, comparison)),
        "equals-ignore-case" => ValueTest.OfText(value => value.Equals(wanted, StringComparison.OrdinalIgnoreCase)),
        "wildcard" => WildcardText.Read(wanted) is { } wildcard ? ValueTest.OfText(wildcard.Fits) : null,
        _ => Range(wanted) is { } range ? ValueTest.OfText(value => IPAddress.TryParse(value, out var address) && range.Contains(address)) : null,
    };

    /// <summary>An address within a range stands for the range, as it does in EventBridge.</summary>
    private static IPNetwork? Range(string text)
    {
        if (text.Split('/') is not [var first, var length] || !IPAddress.TryParse(first, out var address) || !int.TryParse(length, out var bits) || bits < 0)
        {
            return null;
        }

        var bytes = address.GetAddressBytes();
        if (bits > bytes.Length * 8)
        {
            return null;
        }

        for (var bit = bits; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), bits);
    }
}
