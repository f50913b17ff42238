using System.Text;
using System.Xml;

namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>An element that is being read.</summary>
internal sealed class XmlPlace(XmlReader reader, string name, XmlPlace? parent, long line)
{
    private const int MostText = 64 * 1024;
    private StringBuilder? _text;

    /// <summary>Without a namespace's prefix.</summary>
    public string Name { get; } = name;

    /// <summary>Null for the outermost element.</summary>
    public XmlPlace? Parent { get; } = parent;

    public long Line { get; } = line;

    public int Depth { get; } = parent is null ? 1 : parent.Depth + 1;

    public string Text => _text?.ToString() ?? "";

    /// <returns>Null if there is none of this name.</returns>
    public string? Attribute(string name) => reader.GetAttribute(name);

    public bool IsIn(string name) => Parent?.Name == name;

    public void Add(string text)
    {
        _text ??= new StringBuilder();
        _text.Append(text.AsSpan(0, Math.Min(text.Length, MostText - _text.Length)));
    }
}
