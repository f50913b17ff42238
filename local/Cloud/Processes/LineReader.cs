using System.Text;

namespace Sluice.Local.Cloud.Processes;

/// <summary>Reads a stream line by line in bounded memory: a longer line comes in pieces. What is written over itself (progress) stays as it came.</summary>
internal static class LineReader
{
    private const int LongestLine = 8192;

    public static async Task ReadAsync(TextReader reader, Action<string> onLine)
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        for (var read = await reader.ReadAsync(buffer.AsMemory()); read > 0; read = await reader.ReadAsync(buffer.AsMemory()))
        {
            Split(buffer.AsSpan(0, read), line, onLine);
        }

        Flush(line, onLine, evenEmpty: false);
    }

    private static void Split(ReadOnlySpan<char> text, StringBuilder line, Action<string> onLine)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                Flush(line, onLine, evenEmpty: true);
            }
            else if (line.Append(character).Length == LongestLine)
            {
                Flush(line, onLine, evenEmpty: false);
            }
        }
    }

    private static void Flush(StringBuilder line, Action<string> onLine, bool evenEmpty)
    {
        if (line.Length > 0 || evenEmpty)
        {
            onLine(line.ToString().TrimEnd('\r'));
            line.Clear();
        }
    }
}
