namespace Sluice.Local.Cloud.Queues;

/// <summary>Receives messages, and waits for one if there is none.</summary>
internal sealed class Reception(QueueBook book, TimeProvider time)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <param name="queue">Of which.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="hidden">How long others do not see them.</param>
    /// <param name="wait">How long to wait for the first.</param>
    /// <param name="cancellationToken">Ends the wait, with nothing.</param>
    public async Task<IReadOnlyList<StoredMessage>> ReceiveAsync(Queue queue, int most, TimeSpan hidden, TimeSpan wait, CancellationToken cancellationToken)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var next = book.Waits.Next(queue.Name);
            Tidy(queue);
            cancellationToken.ThrowIfCancellationRequested();
            var messages = book.Messages.Receive(queue.Name, most, hidden);
            var left = wait - time.GetElapsedTime(since);
            if (messages.Count > 0 || left <= TimeSpan.Zero || book.Waits.IsClosed)
            {
                return messages;
            }

            await book.Waits.WaitAsync(next, Least(left, book.Messages.NextVisible(queue.Name)), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private TimeSpan Least(TimeSpan left, long? visible)
    {
        var until = visible is { } at ? TimeSpan.FromMilliseconds(at - book.Messages.Now) : left;
        return until < Shortest ? Shortest : until < left ? until : left;
    }

    private void Tidy(Queue queue)
    {
        var grave = queue.Redrive is { } redrive ? book.Names.OfArn(redrive.Target) : null;
        if (book.Messages.Tidy(queue.Name, queue.Seconds(QueueAttributes.Retention), queue.Redrive?.Most, grave is not null && book.Find(grave) is not null ? grave : null, book.Names.Arn(queue.Name)))
        {
            book.Waits.Raise(grave!);
        }
    }
}
