using System.Text;

namespace Sluice.BuildRunner.Logs.Masking;

/// <summary>Bytes as a string of one character each: what is looked for is looked for in bytes, so that no output need be a text.</summary>
internal static class ByteText
{
    /// <summary>The UTF-8 of a text.</summary>
    public static string Of(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
