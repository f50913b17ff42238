namespace Sluice.Local.Cloud.Logs.Storage;

/// <summary>How long a segment may become, and after how many bytes it has another entry in its index. A block is read whole, a segment is removed whole.</summary>
internal sealed record SegmentSizes(int Segment = 16 << 20, int Block = 128 << 10);
