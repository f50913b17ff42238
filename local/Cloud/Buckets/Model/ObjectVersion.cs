namespace Sluice.Local.Cloud.Buckets.Model;

/// <summary>A version of an object, or the marker that there is none any more.</summary>
internal sealed record ObjectVersion
{
    /// <summary>Of what was put while the bucket had no versions; on the wire too.</summary>
    public const string NullId = "null";

    /// <summary>Null of what was put while the bucket had no versions: clients call that <see cref="NullId"/>.</summary>
    public string? VersionId { get; init; }

    /// <summary>Rises with each version of the key.</summary>
    public long Sequence { get; init; }

    /// <summary>To the second, which is what HTTP can say.</summary>
    public required DateTimeOffset LastModified { get; init; }

    /// <summary>Where its bytes are; null of a delete marker.</summary>
    public string? Content { get; init; }

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>Without quotes.</summary>
    public string ETag { get; init; } = "";

    /// <summary>In how many parts it was uploaded; null if as one.</summary>
    public int? Parts { get; init; }

    public ObjectChecksum? Checksum { get; init; }

    public ObjectHeaders Headers { get; init; } = new();

    /// <summary>By names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool IsDeleteMarker => Content is null;

    /// <summary>Put while the bucket had versions, suspended or not: answers name it.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The id that answers have; null of what was put before the bucket had versions.</summary>
    public string? AnsweredId => IsNamed ? ShownId : null;

    /// <summary>What clients call it.</summary>
    public string ShownId => VersionId ?? NullId;
}
