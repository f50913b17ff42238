using System.Text;

namespace Sluice.BuildRunner.Logs;

/// <summary>Cuts a text that comes in pieces into lines; one that is too long to hold comes in several.</summary>
internal sealed class LineCutter(Action<string> line)
{
    private const int LongestLine = 16 * 1024;
    private readonly StringBuilder _line = new();
    private bool _wasCut;

    public void Write(string text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                End();
            }
            else if (_line.Append(character).Length >= LongestLine)
            {
                line(Take());
                _wasCut = true;
            }
        }
    }

    /// <summary>Nothing more comes: what there is of a line is one.</summary>
    public void Flush()
    {
        if (_line.Length > 0)
        {
            End();
        }
    }

    private void End()
    {
        var text = Take().TrimEnd('\r');
        if (text.Length > 0 || !_wasCut)
        {
            line(text);
        }

        _wasCut = false;
    }

    private string Take()
    {
        var text = _line.ToString();
        _line.Clear();
        return text;
    }
}
