using Sluice.Platform.Files;

namespace Sluice.Packages.Upstreams;

/// <summary>Reads a growing file from its beginning.</summary>
internal sealed class GrowingFileReader(GrowingFile file) : ForwardStream
{
    private long _at;
    private bool _isClosed;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(_at, buffer, cancellationToken);
        _at += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (!_isClosed)
        {
            _isClosed = true;
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
