using System.Threading.Channels;

namespace Sluice.Local.Cloud.Functions.Streaming;

/// <summary>
/// A function's answer on its way to a caller who gets it as it comes. What the function writes waits until the caller took what was before, so that little of it is in memory; and what nobody takes any
/// more is dropped, so that a caller who hangs up is nothing to the function.
/// </summary>
internal sealed class AnswerStream
{
    private const int MostWaiting = 16;
    private readonly Channel<byte[]> _pieces = Channel.CreateBounded<byte[]>(MostWaiting);
    private readonly TaskCompletionSource<AnswerHead?> _head = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _version = "";

    /// <summary>Completes when the function begins to stream; null if it ended without.</summary>
    public Task<AnswerHead?> Head => _head.Task;

    /// <summary>The request goes to this version.</summary>
    public AnswerStream RoutedTo(string version)
    {
        _version = version;
        return this;
    }

    /// <summary>The function begins its answer. False if it has begun one already.</summary>
    public bool Begin(string? contentType) => _head.TrySetResult(new AnswerHead(_version, contentType));

    /// <summary>Hands on a piece, which must not be changed any more; it waits while the caller is behind.</summary>
    public async ValueTask WriteAsync(byte[] piece, CancellationToken cancellationToken)
    {
        try
        {
            await _pieces.Writer.WriteAsync(piece, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            // Nobody takes it any more.
        }
    }

    /// <summary>No more comes, or nobody takes any more.</summary>
    public void End()
    {
        _head.TrySetResult(null);
        _pieces.Writer.TryComplete();
    }

    /// <summary>What the function writes, until <see cref="End"/>.</summary>
    public IAsyncEnumerable<byte[]> ReadAsync(CancellationToken cancellationToken) => _pieces.Reader.ReadAllAsync(cancellationToken);
}
