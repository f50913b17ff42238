using Sluice.Platform.Files;

namespace Sluice.Packages.Images.Uploads;

/// <summary>Reads streams one after the other, each of which is opened when its turn comes.</summary>
/// <param name="parts">How each is opened.</param>
internal sealed class PartsStream(IEnumerable<Func<Task<Stream>>> parts) : ForwardStream
{
    private readonly IEnumerator<Func<Task<Stream>>> _parts = parts.GetEnumerator();
    private Stream? _current;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is not null && await _current.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                return read;
            }

            if (_current is not null)
            {
                await _current.DisposeAsync();
                _current = null;
            }

            if (!_parts.MoveNext())
            {
                return 0;
            }

            _current = await _parts.Current();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _current?.Dispose();
        _parts.Dispose();
        base.Dispose(disposing);
    }
}
