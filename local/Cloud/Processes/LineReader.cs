using System.Text;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Reads a stream line by line in bounded memory: a longer line comes in pieces. What is written over itself (progress) stays as it came.</summary>
internal static class LineReader
{
    private const int LongestLine = 8192;

    /// <param name="unbroken">How many characters at a line's end stay together, however long it is.</param>
    public static async Task ReadAsync(TextReader reader, Action<string> onLine, int unbroken = 0)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        for (var read = await reader.ReadAsync(buffer.AsMemory()); read > 0; read = await reader.ReadAsync(buffer.AsMemory()))
        {
            Split(buffer.AsSpan(0, read), line, onLine, unbroken);
        }

        Flush(line, onLine, line.Length);
    }

    private static void Split(ReadOnlySpan<char> text, StringBuilder line, Action<string> onLine, int unbroken)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                onLine(line.ToString().TrimEnd('\r'));
                line.Clear();
            }
            else if (line.Append(character).Length == LongestLine + unbroken)
            {
                Flush(line, onLine, LongestLine);
            }
        }
    }

    private static void Flush(StringBuilder line, Action<string> onLine, int length)
    {
        if (length > 0)
        {
            onLine(line.ToString(0, length).TrimEnd('\r'));
            line.Remove(0, length);
        }
    }
}
