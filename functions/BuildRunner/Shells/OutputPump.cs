using System.Globalization;
using System.Text;
using Sluice.BuildRunner.Logs;

namespace Sluice.BuildRunner.Shells;

/// <summary>Brings a shell's output to the log, and takes out the marks that are lines among it.</summary>
internal sealed class OutputPump(string mark, CommandOutput output, Action<int> ended)
{
    private const int MostHeld = 16 * 1024;
    private readonly StringBuilder _line = new();
    private bool _hasBegun;
    private bool _heldEmptyLine;

    /// <summary>Reads to the end of the output.</summary>
    public async Task RunAsync(TextReader reader)
    {
        var buffer = new char[4096];
        int count;
        while ((count = await ReadAsync(reader, buffer)) > 0)
        {
            Accept(buffer.AsSpan(0, count));
        }

        Pass();
        output.Flush();
    }

    public void Accept(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                EndLine();
            }
            else if (_line.Append(character).Length >= MostHeld)
            {
                Pass();
                _hasBegun = true;
            }
        }
    }

    private static async Task<int> ReadAsync(TextReader output, char[] buffer)
    {
        try
        {
            return await output.ReadAsync(buffer);
        }
        catch (Exception e) when (e is ObjectDisposedException or IOException)
        {
            // The shell was disposed of while something it left running still held the output.
            return 0;
        }
    }

    private void EndLine()
    {
        if (!_hasBegun && IsMark(out var status))
        {
            // The mark brings its own empty line, in case the output did not end with one.
            _line.Clear();
            _heldEmptyLine = false;
            output.Flush();
            ended(status);
            return;
        }

        var isEmpty = !_hasBegun && (_line.Length == 0 || (_line.Length == 1 && _line[0] == '\r'));
        if (!isEmpty)
        {
            _line.Append('\n');
            Pass();
        }
        else if (_heldEmptyLine)
        {
            output.Write("\n");
        }

        _line.Clear();
        (_heldEmptyLine, _hasBegun) = (isEmpty, false);
    }

    private bool IsMark(out int status)
    {
        status = 0;
        var text = _line.Length > mark.Length ? _line.ToString() : "";
        return text.StartsWith(mark, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(mark.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out status);
    }

    /// <summary>What there is of the line goes on, after an empty line that turned out to be the output's own.</summary>
    private void Pass()
    {
        if (_line.Length > 0)
        {
            output.Write((_heldEmptyLine ? "\n" : "") + _line);
            _line.Clear();
            _heldEmptyLine = false;
        }
    }
}
