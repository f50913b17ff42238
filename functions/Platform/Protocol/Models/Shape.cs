namespace Sluice.Platform.Protocol.Models;

/// <summary>A shape of a model with its constraints. Shapes may contain themselves, so the reader fills them in after it has made them.</summary>
public sealed class Shape
{
    internal Shape(string name, ShapeType type) => (Name, Type) = (name, type);

    /// <summary>The model's name for it.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public ShapeType Type { get; }

    /// <summary>A structure's members by their names, found in any case and in the model's order.</summary>
    public IReadOnlyDictionary<string, Member> Members { get; internal set; } = new Dictionary<string, Member>(StringComparer.Ordinal);

    /// <summary>The names of the members that must be there, in the model's order.</summary>
    public IReadOnlyList<string> Required { get; internal set; } = [];

    /// <summary>The member of a structure that is a REST request's or answer's whole body; null if the body is a document with all members that have no other location.</summary>
    public Member? Payload { get; internal set; }

    /// <summary>Whether the bytes are not held in memory: they are the body, and are read as they come.</summary>
    public bool IsStreaming { get; internal set; }

    /// <summary>A list's elements, or a map's values.</summary>
    public Shape? Element { get; internal set; }

    /// <summary>What each element of a list is called in XML, where it is not called <c>member</c>.</summary>
    public string? ElementName { get; internal set; }

    /// <summary>Whether a list's elements stand in XML where the list would, each under the member's name.</summary>
    public bool IsFlattened { get; internal set; }

    /// <summary>A map's keys.</summary>
    public Shape? Key { get; internal set; }

    /// <summary>The values that text may have; empty if it is free.</summary>
    public IReadOnlyList<string> Enum { get; internal set; } = [];

    /// <summary>The least length, count or value.</summary>
    public double? Min { get; internal set; }

    /// <summary>The greatest length, count or value.</summary>
    public double? Max { get; internal set; }

    /// <summary>What text must match as a whole.</summary>
    internal ModelPattern? Pattern { get; set; }

    /// <summary>Whether its values may not be shown.</summary>
    public bool IsSensitive { get; internal set; }
}
