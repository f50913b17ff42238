using System.Text;

namespace Sluice.Local.StateMachines.Values;

/// <summary>
/// Compact JSON as UTF-8, written into exactly the bytes that it takes. Only what JSON does not allow in a string is escaped: the platform's writers also escape emoji and U+2028, so that a text
/// has another hash than in AWS and up to thrice its size.
/// </summary>
internal sealed class JsonOutput(int size)
{
    private int at;

    /// <summary>Complete when as much has been written as was announced.</summary>
    internal byte[] Bytes { get; } = new byte[size];

    internal void Write(char ascii) => Bytes[at++] = (byte)ascii;

    internal void Write(string text) => Write(text.AsSpan());

    internal void WriteQuoted(string text)
    {
        Write('"');
        var rest = text.AsSpan();
        while (rest.IndexOfAny(JsonEscapes.Needing) is >= 0 and var plain)
        {
            Write(rest[..plain]);
            Write(JsonEscapes.Of(rest[plain]));
            rest = rest[(plain + 1)..];
        }

        Write(rest);
        Write('"');
    }

    private void Write(ReadOnlySpan<char> text) => at += Encoding.UTF8.GetBytes(text, Bytes.AsSpan(at));
}
