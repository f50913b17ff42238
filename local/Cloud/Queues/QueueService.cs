using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Queues.Calls;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Queues;

/// <summary>SQS on this machine, put together.</summary>
internal sealed class QueueService : IDisposable
{
    private readonly MessageStore _messages;
    private readonly MessageWaits _waits;

    public QueueService(string folder, CloudIdentity identity, Func<string?> suiteUrl, TimeProvider time, IIds ids)
    {
        var queues = new RecordStore<Queue>(Path.Combine(folder, "queues"), queue => queue.Name);
        _messages = new MessageStore(Path.Combine(folder, "messages.db"), time);
        _waits = new MessageWaits(time);
        var book = new QueueBook(queues, _messages, new QueueNames(identity, suiteUrl), _waits, ids, time);
        Target = new QueueTarget(book);
        IServiceCall[] calls =
        [
            new CreateQueue(book, time),
            new GetQueueUrl(book, identity),
            new ListQueues(book),
            new DeleteQueue(book),
            new PurgeQueue(book),
            new GetQueueAttributes(book),
            new SetQueueAttributes(book),
            new ListDeadLetterSourceQueues(book),
            new SendMessage(book),
            new SendMessageBatch(book),
            new ReceiveMessage(book, new Reception(book, time), identity),
            new DeleteMessage(book),
            new DeleteMessageBatch(book),
            new ChangeMessageVisibility(book),
            new ChangeMessageVisibilityBatch(book),
            new TagQueue(book),
            new UntagQueue(book),
            new ListQueueTags(book),
        ];
        Calls = [.. CloudModel.Of("sqs").Checking(calls, faults => QueueErrors.Invalid(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>For services that send to queues.</summary>
    public IDeliveryTarget Target { get; }

    /// <summary>The suite stops: nobody waits for messages any more.</summary>
    public void Stopping() => _waits.Close();

    public void Dispose() => _messages.Dispose();
}
