namespace Sluice.Packages.Rules;

/// <summary>Versions by a number, or by what they are compared with: <c>1.2.3</c>, or <c>&gt;=1.2.0 &lt;2.0.0</c>, of which all must hold. Pure.</summary>
internal sealed class VersionRange
{
    /// <summary>For messages.</summary>
    public const string Expected = "a version, or comparisons such as '>=1.2.0 <2.0.0'";

    private static readonly string[] Signs = [">=", "<=", ">", "<", "="];
    private readonly (string Sign, string Version)[] _comparisons;

    private VersionRange((string Sign, string Version)[] comparisons) => _comparisons = comparisons;

    /// <summary>Null if it is none.</summary>
    public static VersionRange? Read(string text)
    {
        var comparisons = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Comparison).ToArray();
        return comparisons.Length > 0 && Array.TrueForAll(comparisons, one => one.Version.Length > 0 && one.Version.AsSpan().IndexOfAny("<>=#/") < 0) ? new VersionRange(comparisons) : null;
    }

    public bool Has(string version, IVersionOrder order) => Array.TrueForAll(_comparisons, one => order.Compare(version, one.Version) is var step && one.Sign switch
    {
        ">=" => step >= 0,
        "<=" => step <= 0,
        ">" => step > 0,
        "<" => step < 0,
        _ => step == 0,
    });

    private static (string Sign, string Version) Comparison(string text) => Signs.FirstOrDefault(sign => text.StartsWith(sign, StringComparison.Ordinal)) is { } sign ? (sign, text[sign.Length..]) : ("=", text);
}
