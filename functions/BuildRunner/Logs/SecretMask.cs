using System.Buffers;
using System.Text;
using Sluice.BuildRunner.Logs.Masking;

namespace Sluice.BuildRunner.Logs;

/// <summary>
/// Replaces secrets by <c>***</c>: as they are (each line of one with several), in Base64 and in URLs. Very short values are left alone, since masking them
/// would blot out the log and tell what they are.
/// </summary>
internal sealed class SecretMask
{
    private readonly PatternSet _plain;
    private readonly PatternSet _base64;
    private readonly PatternSet _url;

    public SecretMask(IEnumerable<string> secrets)
    {
        Secrets = [.. secrets];
        var whole = Masked(Secrets.SelectMany(LineEnds));

        // Escaped ones too: what stands before them, a percent sign say, can hide them from who reads escapes.
        _plain = new PatternSet(Masked([.. whole, .. whole.SelectMany(Lines), .. whole.Select(Uri.EscapeDataString)]).Select(ByteText.Of));
        _base64 = new PatternSet(whole.SelectMany(Base64Reading.Patterns));
        _url = new PatternSet(whole.Select(UrlReading.Pattern));
    }

    public IReadOnlyCollection<string> Secrets { get; }

    /// <summary>Whether every text is shown as it is.</summary>
    public bool HidesNothing => _plain.Deepest == 0;

    public string Apply(string text)
    {
        if (HidesNothing)
        {
            return text;
        }

        var masked = new ArrayBufferWriter<byte>();
        var stream = Stream(piece => masked.Write(piece));
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(cutShort: false);
        return Encoding.UTF8.GetString(masked.WrittenSpan);
    }

    /// <summary>For an output that comes in pieces.</summary>
    public StreamMask Stream(ByteSink output) =>
        HidesNothing ? new(output) : new(output, [new PlainReading(_plain), new Base64Reading(_base64), new UrlReading(_url)], () => new SecretScan(_plain, _base64, _url));

    private static List<string> Masked(IEnumerable<string> values) => [.. values.Where(value => value.Length >= StreamMask.ShortestMasked).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(string secret) => secret.Split('\n').Select(line => line.TrimEnd('\r'));

    // A terminal or a tool may have changed them.
    private static IEnumerable<string> LineEnds(string secret) => [secret, secret.ReplaceLineEndings("\n"), secret.ReplaceLineEndings("\r\n")];
}
