namespace Sluice.Local.Cloud.Processes;

/// <summary>The last lines of an output, bounded in number and length, for an error message.</summary>
internal sealed class LastLines(int lines = 20, int length = 2000)
{
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            if (_lines.Count == lines)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
        }
    }

    public void Clear()
    {
        lock (_lines)
        {
            _lines.Clear();
        }
    }

    public override string ToString()
    {
        lock (_lines)
        {
            var text = string.Join('\n', _lines);
            return text.Length <= length ? text : "…" + text[^length..];
        }
    }
}
