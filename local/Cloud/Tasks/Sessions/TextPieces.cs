using System.Buffers;
using System.Text;

namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>Where bytes of text can be divided: clients show each message by itself, so that no character may be in two.</summary>
internal static class TextPieces
{
    private const int LongestRune = 4;

    /// <summary>How many of the bytes are whole characters, or none at all that could become one.</summary>
    public static int Whole(ReadOnlySpan<byte> bytes)
    {
        for (var tail = 1; tail < LongestRune && tail <= bytes.Length; tail++)
        {
            var status = Rune.DecodeFromUtf8(bytes[^tail..], out _, out var consumed);
            if (status == OperationStatus.NeedMoreData)
            {
                return bytes.Length - tail;
            }

            if (status == OperationStatus.Done && consumed == tail)
            {
                break;
            }
        }

        return bytes.Length;
    }
}
