using System.Buffers;
using Sluice.BuildRunner.Reports.Text;

namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>
/// XML as it is, but for what keeps real files from being read: declarations and document types are blank, so that nothing is fetched or expanded and files that were appended to each other are
/// one; characters that XML does not have are U+FFFD; and long texts lose their ends, so that a gigabyte of a test's output takes no memory.
/// </summary>
internal sealed class XmlCleaner(TextReader source) : TextReader
{
    private const int LongestTag = 4 * 1024 * 1024;
    private const int LongestText = 64 * 1024;
    private const int Ahead = 16;
    private const char Replacement = '\uFFFD';
    private static readonly SearchValues<char> _plain = SearchValues.Create(string.Concat(Enumerable.Range(' ', '~' - ' ').Select(code => (char)code).Except("<>&;]-?\"'[").Append('\n')));
    private readonly char[] _buffer = new char[16 * 1024];
    private int _start;
    private int _end;
    private bool _sourceEnded;
    private XmlPart _part;
    private int _length;
    private int _closing;
    private char _quote;
    private int _brackets;
    private bool _inEntity;
    private bool _isDropping;
    private char _previous;

    /// <summary>Line ends that are not handed on, before what was read last.</summary>
    public long DroppedLines { get; private set; }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && Fill())
        {
            if (PassPlain(buffer[written..]) is (> 0 and var passed, var kept))
            {
                (_start, written) = (_start + passed, written + kept);
                continue;
            }

            if (Next(_buffer.AsSpan(_start, Math.Min(Ahead, _end - _start))) is { } character)
            {
                buffer[written++] = character;
            }

            _start++;
        }

        return written;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    // Enough to tell what begins or ends here.
    private bool Fill()
    {
        if (_end - _start < Ahead && !_sourceEnded)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            while (_end < Ahead && !_sourceEnded)
            {
                var count = source.Read(_buffer, _end, _buffer.Length - _end);
                _end += count;
                _sourceEnded = count == 0;
            }
        }

        return _start < _end;
    }

    // Characters that begin and end nothing, many at a time: they are nearly all that there is.
    private (int Passed, int Kept) PassPlain(Span<char> target)
    {
        var isContent = _part is XmlPart.Text or XmlPart.CData or XmlPart.Comment;
        if (_closing > 0 || _inEntity || _length < XmlParts.Opening(_part) || !(isContent || _part == XmlPart.Tag))
        {
            return default;
        }

        var isDropping = isContent && _isDropping;
        var most = isDropping ? int.MaxValue : Math.Min(target.Length, (isContent ? LongestText : LongestTag) - _length);
        var run = _buffer.AsSpan(_start, Math.Clamp(most, 0, _end - _start));
        var special = run.IndexOfAnyExcept(_plain);
        run = special < 0 ? run : run[..special];
        if (run.Length > 0)
        {
            _length = (int)Math.Min((long)_length + run.Length, int.MaxValue / 2);
            _previous = run[^1];
        }

        if (isDropping)
        {
            DroppedLines += run.Count('\n');
            return (run.Length, 0);
        }

        run.CopyTo(target);
        return (run.Length, run.Length);
    }

    /// <returns>What is handed on of the first character; null if it is dropped.</returns>
    private char? Next(ReadOnlySpan<char> ahead)
    {
        if (_part == XmlPart.Text && ahead[0] == '<')
        {
            Begin(XmlParts.At(ahead));
        }

        var part = _part;
        var kept = Kept(part, ahead);
        _previous = ahead[0];
        Pass(ahead);
        return kept;
    }

    private char? Kept(XmlPart part, ReadOnlySpan<char> ahead)
    {
        var character = ahead[0];
        if (part is XmlPart.Declaration or XmlPart.DocumentType or XmlPart.DocumentTypeComment)
        {
            return character is '\n' or '\r' ? character : ' ';
        }

        if (part is XmlPart.Text or XmlPart.CData or XmlPart.Comment && IsTooMuch(part, ahead))
        {
            DroppedLines += character == '\n' ? 1 : 0;
            return null;
        }

        return Valid(ahead);
    }

    // Neither a character nor a reference is cut in two, and the part's end is always there.
    private bool IsTooMuch(XmlPart part, ReadOnlySpan<char> ahead)
    {
        _inEntity = part == XmlPart.Text && (ahead[0] == '&' || (_inEntity && _previous != ';'));
        _isDropping |= _length > LongestText && !char.IsHighSurrogate(_previous) && (!_inEntity || ahead[0] == '&');
        return _isDropping && _closing == 0 && XmlParts.Closing(part, ahead, _length) == 0;
    }

    private char Valid(ReadOnlySpan<char> ahead) => ahead[0] switch
    {
        // A byte order mark between files that were put together.
        '\uFEFF' => ' ',
        '\t' or '\n' or '\r' => ahead[0],
        < ' ' or '\uFFFE' or '\uFFFF' => Replacement,
        var c when char.IsHighSurrogate(c) => ahead.Length > 1 && char.IsLowSurrogate(ahead[1]) ? c : Replacement,
        var c when char.IsLowSurrogate(c) => char.IsHighSurrogate(_previous) ? c : Replacement,
        var c => c,
    };

    private void Begin(XmlPart part) => (_part, _length, _closing, _quote, _brackets, _inEntity, _isDropping) = (part, 0, 0, '\0', 0, false, false);

    // A part ends with its last character.
    private void Pass(ReadOnlySpan<char> ahead)
    {
        if (_part == XmlPart.Tag && _length >= LongestTag)
        {
            throw new ReportException(0, $"a tag has more than {LongestTag} characters");
        }

        _length = Math.Min(_length + 1, int.MaxValue / 2);
        if (_part is XmlPart.Tag or XmlPart.DocumentType)
        {
            PassMarkup(ahead);
        }
        else if (_closing == 0)
        {
            _closing = XmlParts.Closing(_part, ahead, _length - 1);
        }

        if (_closing > 0 && --_closing == 0)
        {
            End();
        }
    }

    private void PassMarkup(ReadOnlySpan<char> ahead)
    {
        switch (ahead[0])
        {
            case '"' or '\'' when _quote == '\0' || _quote == ahead[0]:
                _quote = _quote == '\0' ? ahead[0] : '\0';
                break;
            case '[' or ']' when _quote == '\0' && _part == XmlPart.DocumentType:
                _brackets += ahead[0] == '[' ? 1 : -1;
                break;
            case '>' when _quote == '\0' && _brackets <= 0:
                _closing = 1;
                break;
            case '<' when _quote == '\0' && _brackets > 0 && ahead.StartsWith("<!--"):
                (_part, _length) = (XmlPart.DocumentTypeComment, 0);
                break;
        }
    }

    private void End()
    {
        if (_part == XmlPart.DocumentTypeComment)
        {
            _part = XmlPart.DocumentType;
        }
        else
        {
            Begin(XmlPart.Text);
        }
    }
}
