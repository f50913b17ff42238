using System.Text;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>Keys are any text of 1 to 1,024 bytes of UTF-8, in the order of those bytes.</summary>
internal static class ObjectKeys
{
    private const int Longest = 1024;

    /// <exception cref="ApiException"><c>KeyTooLongError</c>.</exception>
    public static void Check(string key)
    {
        if (Encoding.UTF8.GetByteCount(key) is var length && length > Longest)
        {
            throw new ApiException("KeyTooLongError", $"Your key is too long: it has {length} bytes, and at most {Longest} are taken.");
        }
    }

    public static int Compare(string left, string right) => Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));

    /// <summary>The least text that comes after all that begin with this one; null if there is none.</summary>
    public static string? After(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes.Count > 0)
        {
            if (Next(runes[^1]) is { } next)
            {
                runes[^1] = next;
                return string.Concat(runes);
            }

            runes.RemoveAt(runes.Count - 1);
        }

        return null;
    }

    /// <summary>The least text that comes after this one.</summary>
    public static string JustAfter(string key) => key + '\0';

    private static Rune? Next(Rune rune) => rune.Value switch
    {
        0x10FFFF => null,
        0xD7FF => new Rune(0xE000),
        var value => new Rune(value + 1),
    };
}
