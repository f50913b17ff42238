using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Tests.Logs;

public sealed class StreamMaskTests
{
    [Theory]
    [InlineData("s3cr3t/value", "it is s3cr3t/value, and more", "it is ***, and more")]
    [InlineData("s3cr3t/value", "it is s3cr3t%2Fvalue, and more", "it is ***, and more")]
    [InlineData("s3cr3t/value", "it is czNjcjN0L3ZhbHVl, and more", "it is ***, and more")]
    [InlineData("s3cr3t/value", "it is s3cr3t/val", "it is ***")]
    [InlineData("s3cr3t/value", "it is s3c", "it is s3c")]
    [InlineData("s3cr3t/value", "it is s3cr3t", "it is ***")]
    public void Masks_a_secret_wherever_the_text_is_cut(string secret, string text, string masked)
    {
        for (var first = 0; first <= text.Length; first++)
        {
            for (var second = first; second <= text.Length; second++)
            {
                Masked([secret], [Bytes(text[..first]), Bytes(text[first..second]), Bytes(text[second..])]).ShouldBe(masked);
            }
        }
    }

    [Fact]
    public void Shows_a_line_when_it_is_printed_unless_it_is_likely_to_be_the_beginning_of_a_secret()
    {
        var shown = new StringBuilder();
        var stream = new SecretMask(["secret one\nsecret two"]).Stream(text => shown.Append(Encoding.UTF8.GetString(text)));

        stream.Write("this ends with se\n"u8);
        shown.ToString().ShouldBe("this ends with se\n");
        stream.Write("it is secret one\n"u8);
        shown.ToString().ShouldBe("this ends with se\nit is ");
        stream.Write("and nothing more\n"u8);
        shown.ToString().ShouldBe("this ends with se\nit is ***\nand nothing more\n");
    }

    // Few letters, so that everything collides with everything: the beginnings of escapes, of Base64 and of other secrets among them.
    [Fact]
    public void No_secret_comes_out_in_any_form_and_all_else_is_unchanged_however_the_text_is_cut()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var secrets = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Letters(random, "ab%+/4", random.Next(4, 9))).ToList();
            var text = Text(random, secrets) + "#";
            var pieces = Pieces(random, text);

            var masked = Masked(secrets, pieces);

            var because = $"seed {seed}: {string.Join(' ', secrets)} in {text} is {masked}";
            masked.ShouldBe(new SecretMask(secrets).Apply(text), because);
            foreach (var secret in secrets)
            {
                masked.ShouldNotContain(secret, Case.Sensitive, because);
                masked.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), Case.Sensitive, because);
                masked.ShouldNotContain(Uri.EscapeDataString(secret), Case.Sensitive, because);
            }

            Remains(masked, text).ShouldBeTrue(because);
        }
    }

    [Fact]
    public void A_text_without_secrets_comes_out_as_it_went_in()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var text = Encoding.UTF8.GetString(Bytes(Letters(random, "xyz%0+/=\r\n 😀é\u001b", random.Next(900))));
            Masked(["secret/one", "another secret"], seed % 2 == 0 ? Pieces(random, text) : [Bytes(text)]).ShouldBe(text);
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_come_out_as_they_went_in()
    {
        var bytes = Enumerable.Range(0, 4096).Select(i => (byte)((i * 7) + (i / 256))).ToArray();
        using var shown = new MemoryStream();
        var stream = new SecretMask(["secret/one"]).Stream(shown.Write);

        stream.Write(bytes);
        stream.Flush(cutShort: true);

        shown.ToArray().ShouldBe(bytes);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Masked(IReadOnlyList<string> secrets, IReadOnlyList<byte[]> pieces)
    {
        using var masked = new MemoryStream();
        var stream = new SecretMask(secrets).Stream(masked.Write);
        foreach (var piece in pieces)
        {
            stream.Write(piece);
        }

        stream.Flush(cutShort: true);
        return Encoding.UTF8.GetString(masked.ToArray());
    }

    private static string Text(Random random, List<string> secrets)
    {
        var text = new StringBuilder();
        for (var i = random.Next(12); i > 0; i--)
        {
            var secret = secrets[random.Next(secrets.Count)];
            text.Append(random.Next(5) switch
            {
                0 => secret,
                1 => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
                2 => Uri.EscapeDataString(secret),
                3 => secret[..random.Next(secret.Length)],
                _ => Letters(random, "ab%+/4=", random.Next(6)),
            });
        }

        return text.ToString();
    }

    private static List<byte[]> Pieces(Random random, string text)
    {
        var (pieces, bytes) = (new List<byte[]>(), Bytes(text));
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(random.Next(1, 9), bytes.Length - at);
            pieces.Add(bytes[at..(at + length)]);
            at += length;
        }

        return pieces;
    }

    private static string Letters(Random random, string letters, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => letters[random.Next(letters.Length)]));

    /// <summary>Whether what is not masked stands in the text, in its order.</summary>
    private static bool Remains(string masked, string text)
    {
        var at = 0;
        foreach (var part in masked.Split("***"))
        {
            at = text.IndexOf(part, at, StringComparison.Ordinal);
            if (at < 0)
            {
                return false;
            }

            at += part.Length;
        }

        return true;
    }
}
