namespace Sluice.Pipelines.Sources.Packs;

/// <summary>The kinds of git's objects, by their numbers in packs.</summary>
internal enum PackObjectKind
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A commit.</summary>
    Commit = 1,

    /// <summary>A folder.</summary>
    Tree = 2,

    /// <summary>A file.</summary>
    Blob = 3,

    /// <summary>A tag with a message.</summary>
    Tag = 4,

    /// <summary>What differs from an object before it in the pack.</summary>
    OffsetDelta = 6,

    /// <summary>What differs from an object that is named.</summary>
    NamedDelta = 7,
}
