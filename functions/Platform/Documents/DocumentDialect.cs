namespace Sluice.Platform.Documents;

/// <summary>How a kind of document is read. The default is that of the files that people write by hand.</summary>
public sealed record DocumentDialect
{
    /// <summary>Whether the document's own member names match in any case (appspec files).</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether a value has the type that JSON gives it: 5 is no text, "5" no number, and null is a value.</summary>
    public bool HasExactTypes { get; init; }

    /// <summary>How deep maps and lists may be within each other.</summary>
    public int Depth { get; init; } = DocumentLimits.Depth;

    /// <summary>How many maps, lists and values there may be.</summary>
    public int Nodes { get; init; } = DocumentLimits.Nodes;

    /// <summary>Why a member of this name can stand nowhere, for those of which more can be said than that they are not known; else null.</summary>
    public Func<string, string?> WhyNoMember { get; init; } = static _ => null;

    /// <summary>Why this value can stand nowhere but in the user's own data, for those of which more can be said than what was expected; else null.</summary>
    public Func<DocumentNode, string?> WhyNoValue { get; init; } = static _ => null;
}
