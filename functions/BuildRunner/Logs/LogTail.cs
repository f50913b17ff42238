using System.Text;

namespace Sluice.BuildRunner.Logs;

/// <summary>The last of what the running command has printed.</summary>
internal sealed class LogTail
{
    private const int Kept = 4096;
    private readonly byte[] _bytes = new byte[Kept];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(ReadOnlySpan<byte> text)
    {
        var added = text[^Math.Min(text.Length, Kept)..];
        var left = Math.Min(_count, Kept - added.Length);
        _bytes.AsSpan(_count - left, left).CopyTo(_bytes);
        added.CopyTo(_bytes.AsSpan(left));
        _count = left + added.Length;
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes, 0, _count);
}
