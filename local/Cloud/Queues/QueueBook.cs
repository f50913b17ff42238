using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Files;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Queues;

/// <summary>The queues that there are, with what is in them.</summary>
internal sealed class QueueBook(RecordStore<Queue> queues, MessageStore messages, QueueNames names, MessageWaits waits, IIds ids, TimeProvider time)
{
    private readonly Lock _gate = new();

    public QueueNames Names => names;

    public MessageStore Messages => messages;

    public MessageWaits Waits => waits;

    public IReadOnlyList<Queue> All => queues.All;

    public Queue? Find(string name) => queues.Find(name);

    /// <exception cref="TaskFailedException">There is none.</exception>
    public Queue Get(string url) => Find(QueueNames.OfUrl(url)) ?? throw QueueErrors.NotFound();

    public bool Has(string arn) => names.OfArn(arn) is { } name && Find(name) is not null;

    /// <summary>Makes a queue; one of the same name must have the same settings.</summary>
    public Queue Create(Queue asked)
    {
        lock (_gate)
        {
            if (Find(asked.Name) is not { } there)
            {
                queues.Save(asked);
                return asked;
            }

            var other = asked.Set.FirstOrDefault(pair => (there.Set.GetValueOrDefault(pair.Key) ?? QueueAttributes.Defaults.GetValueOrDefault(pair.Key)) != pair.Value);
            return other.Key is null ? there : throw QueueErrors.Of("QueueNameExists", $"A queue already exists with the same name and a different value for attribute {other.Key}");
        }
    }

    public void Change(string url, Func<Queue, Queue> change)
    {
        lock (_gate)
        {
            queues.Save(change(Get(url)) with { ChangedAt = time.GetUtcNow() });
        }
    }

    public void Delete(string url)
    {
        lock (_gate)
        {
            var queue = Get(url);
            messages.Purge(queue.Name);
            queues.Delete(queue.Name);
        }
    }

    /// <summary>Sends a message; it is stored when this returns.</summary>
    /// <returns>Its id.</returns>
    public string Send(Queue queue, string body, IReadOnlyDictionary<string, MessageAttribute> attributes, int? delaySeconds = null)
    {
        var id = ids.Uuid();
        messages.Send(queue.Name, new NewMessage(id, body, attributes, delaySeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : queue.Seconds(QueueAttributes.Delay)));
        waits.Raise(queue.Name);
        return id;
    }
}
