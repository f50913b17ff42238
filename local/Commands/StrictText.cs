using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Sluice.Local.Commands;

/// <summary>Reads documents that have to be UTF-8. A platform's reader puts U+FFFD where they are not, and nobody hears of it.</summary>
internal static class StrictText
{
    /// <exception cref="MachineFormatException">The bytes are not UTF-8; with the place of the first that is not.</exception>
    internal static async Task<string> ReadAsync(Stream from, string name)
    {
        using var buffer = new MemoryStream();
        await from.CopyToAsync(buffer);
        var bytes = buffer.ToArray().AsSpan();
        var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return Utf8.IsValid(text) ? Encoding.UTF8.GetString(text) : throw Fault(text, name);
    }

    private static MachineFormatException Fault(ReadOnlySpan<byte> text, string name)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        var before = text[..at];
        return new MachineFormatException($"{name}:{before.Count((byte)'\n') + 1}: byte {at - before.LastIndexOf((byte)'\n')} of the line, 0x{text[at]:x2}, is not UTF-8.");
    }
}
