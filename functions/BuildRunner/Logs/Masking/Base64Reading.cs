using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Secrets in Base64, of either alphabet, broken into lines or not, alone or within something longer that was encoded.</summary>
internal sealed class Base64Reading(PatternSet patterns) : Reading(patterns)
{
    private const int BitsOfByte = 8;
    private const int BitsOfSymbol = 6;

    public override void Read(byte value, long position, Action<long, long> found)
    {
        if (value is not ((byte)'\r' or (byte)'\n'))
        {
            Take(Symbol((char)value), position, position + 1, found);
        }
    }

    /// <summary>The symbol of the usual alphabet.</summary>
    public static char Symbol(char value) => value switch { '-' => '+', '_' => '/', _ => value };

    /// <summary>What a secret looks like.</summary>
    public static IEnumerable<string> Patterns(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return [Convert.ToBase64String(bytes), .. Enumerable.Range(0, 3).Select(before => Within(bytes, before))];
    }

    /// <summary>The symbols that are of the secret alone, whatever stands around it, if so many bytes stand before it.</summary>
    private static string Within(byte[] secret, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. secret]);
        var first = ((before * BitsOfByte) + BitsOfSymbol - 1) / BitsOfSymbol;
        return whole[first..((before + secret.Length) * BitsOfByte / BitsOfSymbol)];
    }
}
