using System.Buffers.Text;
using System.Globalization;

namespace Sluice.Packages.Formats.Npm;

/// <summary>
/// Takes the tarball out of the document that <c>npm publish</c> sends, while it comes: the text of <c>_attachments.*.data</c> is decoded to a stream, and the rest, with nothing in its place, is kept. So a tarball of gigabytes is never in
/// memory. It reads no more of JSON than where it is; whether the rest is JSON its reader says.
/// </summary>
internal sealed class AttachmentSplitter(Stream attachment, int mostOfTheRest) : IDisposable
{
    private const int Quad = 4;
    private const int UnicodeEscape = 5;
    private readonly MemoryStream _rest = new();
    private readonly Stack<bool> _containers = new();
    private readonly List<string> _keys = [];
    private readonly MemoryStream _text = new();
    private readonly byte[] _quad = new byte[64 * 1024];
    private readonly byte[] _decoded = new byte[64 * 1024];
    private string? _escape;
    private int _held;
    private bool _inText, _escaped, _isKey, _inData;

    /// <summary>How many attachments there were.</summary>
    public int Count { get; private set; }

    /// <summary>The document without them.</summary>
    /// <exception cref="InvalidDataException">The rest is too large, or an attachment is no base64.</exception>
    public async Task<ReadOnlyMemory<byte>> SplitAsync(Stream document, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await document.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var at = 0;
            while (at < read)
            {
                at += _inData ? await DataAsync(buffer.AsMemory(at, read - at), cancellationToken) : Keep(buffer.AsSpan(at, read - at));
            }
        }

        return _rest.GetBuffer().AsMemory(0, (int)_rest.Length);
    }

    public void Dispose()
    {
        _rest.Dispose();
        _text.Dispose();
    }

    /// <summary>How many bytes belong to the attachment.</summary>
    private async ValueTask<int> DataAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var end = bytes.Span.IndexOf((byte)'"');
        var mine = end < 0 ? bytes : bytes[..end];
        for (var left = mine; !left.IsEmpty;)
        {
            var taken = Math.Min(left.Length, _quad.Length - _held);

            foreach (var one in left.Span[..taken])
            {
                Take(one);
            }

            left = left[taken..];
            if (_held == _quad.Length)
            {
                await FlushAsync(isLast: false, cancellationToken);
            }
        }

        if (end >= 0)
        {
            await FlushAsync(isLast: true, cancellationToken);
            _inData = false;
        }

        return mine.Length;
    }

    /// <summary>Base64 needs no escapes, but writers of JSON may put some.</summary>
    private void Take(byte one)
    {
        if (_escape is { } escape)
        {
            _escape = escape + (char)one;
            if (_escape == "/" || (_escape.Length == UnicodeEscape && _escape[0] == 'u'))
            {
                _quad[_held++] = _escape == "/" ? (byte)'/' : Unescaped(_escape[1..]);
                _escape = null;
            }
            else if (_escape[0] != 'u')
            {
                throw new InvalidDataException("The attachment is no base64.");
            }
        }
        else if (one == '\\')
        {
            _escape = "";
        }
        else
        {
            _quad[_held++] = one;
        }
    }

    private static byte Unescaped(string digits) =>
        ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code <= sbyte.MaxValue ? (byte)code : throw new InvalidDataException("The attachment is no base64.");

    private async Task FlushAsync(bool isLast, CancellationToken cancellationToken)
    {
        if (Base64.DecodeFromUtf8(_quad.AsSpan(0, _held), _decoded, out var used, out var written, isLast) is not System.Buffers.OperationStatus.Done || (isLast && used != _held) || _held % Quad != 0)
        {
            throw new InvalidDataException("The attachment is no base64.");
        }

        await attachment.WriteAsync(_decoded.AsMemory(0, written), cancellationToken);
        _held = 0;
    }

    /// <summary>How many bytes belong to the rest.</summary>
    private int Keep(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_inData)
            {
                return i;
            }

            Keep(bytes[i]);
        }

        return bytes.Length;
    }

    private void Keep(byte one)
    {
        if (_rest.Length >= mostOfTheRest)
        {
            throw new InvalidDataException($"The document has more than {mostOfTheRest} bytes beside its attachment.");
        }

        _rest.WriteByte(one);
        if (_inText)
        {
            InText(one);
        }
        else
        {
            Between(one);
        }
    }

    private void InText(byte one)
    {
        if (_escaped)
        {
            _escaped = false;
        }
        else if (one == '\\')
        {
            _escaped = true;
        }
        else if (one == '"')
        {
            _inText = false;
            if (_isKey)
            {
                _keys[^1] = System.Text.Encoding.UTF8.GetString(_text.GetBuffer(), 0, (int)_text.Length);
                _isKey = false;
            }

            return;
        }

        if (_isKey)
        {
            _text.WriteByte(one);
        }
    }

    private void Between(byte one)
    {
        switch (one)
        {
            case (byte)'{' or (byte)'[':
                _containers.Push(one == '{');
                _keys.Add("");
                _isKey = one == '{';
                break;
            case (byte)'}' or (byte)']' when _containers.TryPop(out _):
                _keys.RemoveAt(_keys.Count - 1);
                _isKey = false;
                break;
            case (byte)',':
                _isKey = _containers.TryPeek(out var isObject) && isObject;
                break;
            case (byte)'"':
                Begin();
                break;
        }
    }

    private void Begin()
    {
        if (!_isKey && _keys is ["_attachments", _, "data"] && _containers.All(isObject => isObject))
        {
            Count++;
            _inData = true;
            _inText = true;
        }
        else
        {
            _inText = true;
        }

        _text.SetLength(0);
    }
}
