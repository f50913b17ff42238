namespace Sluice.Platform.Protocol;

/// <summary>A body behind which headers came.</summary>
public interface ITrailedContent
{
    /// <summary>What came behind the body, by names in lower case; empty before its end was read.</summary>
    IReadOnlyDictionary<string, string> Trailers { get; }
}
