using Sluice.Platform.Files;

namespace Sluice.Packages.Upstreams;

/// <summary>A body that ends with an error when nothing more of it comes for a while: nobody waits for ever.</summary>
internal sealed class PatientStream(Stream inner, TimeSpan patience, TimeProvider time) : ForwardStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"nothing more came for {patience.TotalSeconds:0} s", e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
