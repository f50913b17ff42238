using System.Text;
using Sluice.BuildRunner.Logs.Masking;

namespace Sluice.BuildRunner.Tests.Logs;

/// <summary>What masking is to give, in the plainest way: the whole output is read in each of the three ways, and each secret is looked for at each place of it.</summary>
internal static class NaiveMask
{
    private const int Shortest = 4;

    private sealed record Symbol(byte Value, int Start, int End);

    /// <param name="secrets">Without line ends.</param>
    /// <param name="output">All of it.</param>
    public static byte[] Apply(IReadOnlyCollection<string> secrets, byte[] output)
    {
        var covered = new bool[output.Length];
        foreach (var secret in secrets.Where(secret => secret.Length >= Shortest))
        {
            Cover(covered, Plain(output), [Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Uri.EscapeDataString(secret))]);
            Cover(covered, InBase64(output), Base64Reading.Patterns(secret).Select(Encoding.ASCII.GetBytes));
            Cover(covered, InUrl(output), [[.. Encoding.UTF8.GetBytes(secret).Select(OfUrl)]]);
        }

        return Shown(output, covered);
    }

    private static List<Symbol> Plain(byte[] output) => [.. output.Select((value, at) => new Symbol(value, at, at + 1))];

    private static List<Symbol> InBase64(byte[] output) => [.. Plain(output).Where(symbol => symbol.Value is not (10 or 13)).Select(symbol => symbol with
    {
        Value = symbol.Value switch { (byte)'-' => (byte)'+', (byte)'_' => (byte)'/', var other => other },
    })];

    private static List<Symbol> InUrl(byte[] output)
    {
        var symbols = new List<Symbol>();
        for (var at = 0; at < output.Length; at = symbols[^1].End)
        {
            var digits = Encoding.Latin1.GetString(output, at + 1, Math.Min(2, output.Length - at - 1)).TakeWhile(char.IsAsciiHexDigit).Count();
            if (output[at] == '%' && at + 1 + digits == output.Length && digits < 2)
            {
                // More of an escape might have come.
                break;
            }

            symbols.Add(output[at] == '%' && digits == 2
                ? new Symbol(OfUrl(Convert.ToByte(Encoding.ASCII.GetString(output, at + 1, 2), 16)), at, at + 3)
                : new Symbol(OfUrl(output[at]), at, at + 1));
        }

        return symbols;
    }

    private static byte OfUrl(byte value) => value == '+' ? (byte)' ' : value;

    private static void Cover(bool[] covered, List<Symbol> symbols, IEnumerable<byte[]> patterns)
    {
        foreach (var pattern in patterns)
        {
            for (var at = 0; at < symbols.Count; at++)
            {
                var same = symbols.Skip(at).Zip(pattern).TakeWhile(pair => pair.First.Value == pair.Second).Count();
                if (same == pattern.Length)
                {
                    Array.Fill(covered, true, symbols[at].Start, symbols[at + same - 1].End - symbols[at].Start);
                }
                else if (same >= Shortest && at + same == symbols.Count)
                {
                    // The output's end cut it short.
                    Array.Fill(covered, true, symbols[at].Start, covered.Length - symbols[at].Start);
                }
            }
        }
    }

    private static byte[] Shown(byte[] output, bool[] covered) =>
        [.. output.SelectMany((value, at) => !covered[at] ? [value] : at == 0 || !covered[at - 1] ? "***"u8.ToArray() : Array.Empty<byte>())];
}
