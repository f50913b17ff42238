using Sluice.Local.Cloud.Files;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Topics;

/// <summary>The topics and subscriptions that there are.</summary>
internal sealed class TopicBook(RecordStore<Topic> topics, RecordStore<Subscription> subscriptions, CloudIdentity identity, TimeProvider time)
{
    private readonly Lock _gate = new();

    public IReadOnlyList<Topic> Topics => topics.All;

    public IReadOnlyList<Subscription> Subscriptions => [.. subscriptions.All.Where(subscription => !subscription.IsOver(time.GetUtcNow()))];

    public string ArnOf(string name) => $"arn:aws:sns:{identity.Region}:{identity.AccountId}:{name}";

    public Topic? Find(string arn) => topics.Find(arn);

    /// <exception cref="TaskFailedException">There is none.</exception>
    public Topic Get(string arn) => Find(arn) ?? throw TopicErrors.NoTopic();

    public Subscription? FindSubscription(string arn) => subscriptions.Find(arn) is { } found && !found.IsOver(time.GetUtcNow()) ? found : null;

    /// <exception cref="TaskFailedException">There is none.</exception>
    public Subscription GetSubscription(string arn) => FindSubscription(arn) ?? throw TopicErrors.NoSubscription();

    public IReadOnlyList<Subscription> Of(string topicArn) => [.. Subscriptions.Where(subscription => subscription.TopicArn == topicArn)];

    public Topic Create(Topic asked, Func<Topic, Topic> same)
    {
        lock (_gate)
        {
            var topic = Find(asked.Arn) is { } there ? same(there) : asked;
            topics.Save(topic);
            return topic;
        }
    }

    public void Change(string arn, Func<Topic, Topic> change)
    {
        lock (_gate)
        {
            topics.Save(change(Get(arn)));
        }
    }

    /// <summary>Deletes a topic with its subscriptions; that there is none is not told.</summary>
    public void Delete(string arn)
    {
        lock (_gate)
        {
            topics.Delete(arn);
            foreach (var subscription in subscriptions.All.Where(subscription => subscription.TopicArn == arn))
            {
                subscriptions.Delete(subscription.Arn);
            }
        }
    }

    /// <summary>Makes a subscription. The same one is not made again: what it is set to must be the same.</summary>
    public Subscription Subscribe(Subscription asked)
    {
        lock (_gate)
        {
            var there = Of(asked.TopicArn).FirstOrDefault(one => one.Protocol == asked.Protocol && one.Endpoint == asked.Endpoint);
            if (there is { IsConfirmed: true })
            {
                return asked.Set.All(pair => there.Set.GetValueOrDefault(pair.Key) == pair.Value)
                    ? there
                    : throw TopicErrors.Invalid("Attributes Reason: Subscription already exists with different attributes");
            }

            var made = there is null ? asked : asked with { Arn = there.Arn };
            subscriptions.Save(made);
            return made;
        }
    }

    public Subscription ChangeSubscription(string arn, Func<Subscription, Subscription> change)
    {
        lock (_gate)
        {
            var changed = change(GetSubscription(arn));
            subscriptions.Save(changed);
            return changed;
        }
    }

    /// <summary>Ends a subscription; that there is none is not told.</summary>
    public void Unsubscribe(string arn)
    {
        lock (_gate)
        {
            if (subscriptions.Find(arn) is not { } ended)
            {
                return;
            }

            subscriptions.Delete(arn);
            if (Find(ended.TopicArn) is { } topic)
            {
                topics.Save(topic with { Deleted = topic.Deleted + 1 });
            }
        }
    }

    /// <summary>Removes what nobody has confirmed.</summary>
    public void Sweep()
    {
        lock (_gate)
        {
            foreach (var over in subscriptions.All.Where(subscription => subscription.IsOver(time.GetUtcNow())))
            {
                subscriptions.Delete(over.Arn);
            }
        }
    }
}
