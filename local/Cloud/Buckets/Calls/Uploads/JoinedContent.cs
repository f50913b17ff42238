using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Files;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Contents one behind the other, each opened when it is its turn.</summary>
internal sealed class JoinedContent(IReadOnlyList<string> places, ContentStore contents) : ForwardStream
{
    private Stream? _open;
    private int _next;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_open is not null && await _open.ReadAsync(buffer, cancellationToken) is var read && read > 0)
            {
                return read;
            }

            if (_next == places.Count)
            {
                return 0;
            }

            await (_open?.DisposeAsync() ?? ValueTask.CompletedTask);
            _open = await contents.OpenAsync(places[_next++], cancellationToken);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _open?.Dispose();
        }

        base.Dispose(disposing);
    }
}
