using Sluice.Packages.Contents;
using Sluice.Platform.Files;

namespace Sluice.Packages.Images.Uploads;

/// <summary>Reads a chunk as it comes, and counts it.</summary>
/// <param name="inner">The chunk.</param>
/// <param name="most">How many bytes it may have.</param>
internal sealed class CountedStream(Stream inner, long most) : ForwardStream
{
    public long Count { get; private set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Count += read;
        return Count <= most ? read : throw new ContentTooLargeException(most);
    }
}
