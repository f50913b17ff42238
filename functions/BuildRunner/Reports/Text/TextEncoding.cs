using System.Text;
using System.Text.RegularExpressions;

namespace Sluice.BuildRunner.Reports.Text;

/// <summary>Which encoding a report file is in: by its byte order mark, by how its first character looks, or by what its XML declaration says; else UTF-8.</summary>
internal static partial class TextEncoding
{
    private const int Examined = 256;
    private static readonly Encoding _utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A reader from the first character on, without a byte order mark; a byte that is no text becomes U+FFFD.</summary>
    /// <param name="bytes">Seekable; is not closed with the reader.</param>
    /// <exception cref="ReportException">It declares an encoding that there is not.</exception>
    public static StreamReader Open(Stream bytes) => new(bytes, Of(bytes), detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);

    /// <param name="bytes">Stays at its beginning.</param>
    /// <exception cref="ReportException">It declares an encoding that there is not.</exception>
    public static Encoding Of(Stream bytes)
    {
        Span<byte> first = stackalloc byte[Examined];
        first = first[..bytes.ReadAtLeast(first, Examined, throwOnEndOfStream: false)];
        bytes.Seek(0, SeekOrigin.Begin);
        return first switch
        {
            [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
            [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => Declared(Encoding.Latin1.GetString(first)),
        };
    }

    private static Encoding Declared(string start)
    {
        var declared = Declaration().Match(start);
        if (!declared.Success)
        {
            return _utf8;
        }

        var name = declared.Groups["name"].Value;
        // It is read as bytes already, so it is none of those that it may say it is by mistake.
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase))
        {
            return _utf8;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new ReportException(1, $"the encoding '{name}' is not known");
        }
    }

    [GeneratedRegex("""^(\u00EF\u00BB\u00BF)?\s*<\?xml\s[^>]*encoding\s*=\s*["'](?<name>[A-Za-z0-9._:-]{1,40})["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();
}
