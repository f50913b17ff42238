namespace Sluice.Packages.Formats.PyPi.Names;

/// <summary>Numbers of versions, which may have more digits than any type of number.</summary>
internal static class PyNumber
{
    /// <summary>Without zeros before it; 0 for nothing.</summary>
    public static string Of(string digits) => digits.TrimStart('0') is { Length: > 0 } number ? number : "0";

    public static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);

    /// <summary>Of two that have no zeros before them.</summary>
    public static int Compare(string one, string other) => one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
}
