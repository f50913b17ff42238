using System.Text;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>The end of a text that comes line by line: Lambda gives callers the last 4 KiB.</summary>
internal sealed class LogTail
{
    private const int Kept = 4096;
    private readonly StringBuilder _text = new();

    public void Clear() => _text.Clear();

    public void Add(string line)
    {
        _text.Append(line).Append('\n');
        if (_text.Length > 4 * Kept)
        {
            _text.Remove(0, _text.Length - Kept);
        }
    }

    /// <summary>At most 4,096 bytes of UTF-8, which begin with a whole character.</summary>
    public override string ToString()
    {
        var bytes = Encoding.UTF8.GetBytes(_text.ToString());
        var start = Math.Max(0, bytes.Length - Kept);
        while (start > 0 && start < bytes.Length && (bytes[start] & 0xC0) == 0x80)
        {
            start++;
        }

        return Encoding.UTF8.GetString(bytes.AsSpan(start));
    }
}
