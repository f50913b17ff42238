using System.Globalization;
using System.Text;

namespace Sluice.BuildRunner.Tools.Serving;

/// <summary>A call as a script writes it: how many arguments, the folder, the tool's name, the arguments, each with a NUL after it.</summary>
internal static class ToolRequest
{
    /// <returns>Null if it is not whole yet.</returns>
    public static (string Tool, ToolCall Call)? Read(ReadOnlySpan<byte> bytes)
    {
        var fields = Encoding.UTF8.GetString(bytes).Split('\0');
        // After the last NUL there is an empty field.
        return int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && fields.Length == count + 4L && fields[^1].Length == 0
            ? (fields[2], new ToolCall(fields[1], fields[3..^1]))
            : null;
    }
}
