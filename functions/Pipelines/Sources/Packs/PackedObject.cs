namespace Sluice.Pipelines.Sources.Packs;

/// <summary>An object as it is in the pack.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Content">The object, or its delta; empty for a file that is not kept.</param>
internal sealed record PackedObject(PackObjectKind Kind, byte[] Content)
{
    /// <summary>Where a delta's base begins; 0 for none.</summary>
    public int BaseOffset { get; init; }

    /// <summary>The id of a delta's base; null for none.</summary>
    public string? BaseId { get; init; }
}
