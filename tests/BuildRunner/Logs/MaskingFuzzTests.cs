using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Tests.Logs;

/// <summary>What passes over most of an output at once masks the same as what looks at each place of it, however the output is cut.</summary>
public sealed class MaskingFuzzTests
{
    private const int Outputs = 1500;

    // Few letters, so that everything collides with everything: line ends and escapes, whole and broken, in all places.
    private static readonly string[] Noise = ["a", "b", "+", "/", "-", "_", " ", "%", "%2", "%61", "%2B", "%2f", "%20", "%0a", "%C3%A9", "é", "4", "1", "Y", "W", "\n", "\r\n", "=", "😀"];

    [Fact]
    public void Masks_as_the_naive_reading_does()
    {
        for (var seed = 0; seed < Outputs; seed++)
        {
            var random = new Random(seed);
            var secrets = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Of(random, ["a", "b", "+", "/", "%", " ", "é", "4", "1"], random.Next(4, 9))).ToList();
            var output = Output(random, secrets);

            var masked = Masked(secrets, Pieces(random, output));

            Convert.ToHexString(masked).ShouldBe(Convert.ToHexString(NaiveMask.Apply(secrets, output)), $"seed {seed}: '{string.Join("', '", secrets)}' in {Encoding.UTF8.GetString(output)}");
        }
    }

    /// <summary>Long enough to be scanned, in part.</summary>
    private static byte[] Output(Random random, List<string> secrets)
    {
        using var output = new MemoryStream();
        while (output.Length < 700)
        {
            var secret = secrets[random.Next(secrets.Count)];
            output.Write(random.Next(9) switch
            {
                0 => Encoding.UTF8.GetBytes(secret),
                1 => Encoding.UTF8.GetBytes(Base64(random, secret)),
                2 => Encoding.UTF8.GetBytes(Escaped(random, secret)),
                3 => Encoding.UTF8.GetBytes(secret)[..random.Next(secret.Length)],
                4 => [(byte)random.Next(256)],
                5 => Encoding.UTF8.GetBytes(new string('.', random.Next(40))),
                _ => Encoding.UTF8.GetBytes(Of(random, Noise, random.Next(8))),
            });
        }

        return output.ToArray();
    }

    /// <summary>Within something longer, in either alphabet, with a line end somewhere.</summary>
    private static string Base64(Random random, string secret)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', random.Next(4)) + secret + new string('y', random.Next(4))));
        encoded = random.Next(2) == 0 ? encoded : encoded.Replace('+', '-').Replace('/', '_');
        return random.Next(2) == 0 ? encoded : encoded.Insert(random.Next(encoded.Length), random.Next(2) == 0 ? "\n" : "\r\n");
    }

    private static string Escaped(Random random, string secret) => string.Concat(Encoding.UTF8.GetBytes(secret).Select(
        value => value >= 0x80 || random.Next(2) == 0 ? $"%{(random.Next(2) == 0 ? value.ToString("X2", null) : value.ToString("x2", null))}" : value == ' ' && random.Next(2) == 0 ? "+" : ((char)value).ToString()));

    /// <summary>None ends with a line: that is shown though it may have begun a secret, as it is another test's to say.</summary>
    private static List<byte[]> Pieces(Random random, byte[] output)
    {
        var longest = random.Next(2) == 0 ? 8 : 600;
        var pieces = new List<byte[]>();
        for (var at = 0; at < output.Length; at += pieces[^1].Length)
        {
            var end = Math.Min(output.Length, at + random.Next(1, longest));
            while (end < output.Length && output[end - 1] == '\n')
            {
                end++;
            }

            pieces.Add(output[at..end]);
        }

        return pieces;
    }

    private static byte[] Masked(List<string> secrets, List<byte[]> pieces)
    {
        using var masked = new MemoryStream();
        var stream = new SecretMask(secrets).Stream(masked.Write);
        pieces.ForEach(piece => stream.Write(piece));
        stream.Flush(cutShort: true);
        return masked.ToArray();
    }

    private static string Of(Random random, string[] parts, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => parts[random.Next(parts.Length)]));
}
