using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Cloud.Topics.Calls;
using Sluice.Local.Cloud.Topics.Messages;
using Sluice.Local.Cloud.Topics.Signing;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Topics;

/// <summary>SNS on this machine, put together.</summary>
internal sealed class TopicService : IAsyncDisposable
{
    private readonly TopicSigner _signer;
    private readonly HttpSender _http = new();
    private readonly DeliveryLine _line;
    private readonly HourlySweep _sweep;
    private readonly TopicPages _pages;

    public TopicService(string folder, DeliveryTargets targets, CloudIdentity identity, Func<string?> suiteUrl, TimeProvider time, IIds ids, ILogger logger, Unattended unattended)
    {
        _signer = new TopicSigner(folder, time);
        var book = new TopicBook(new RecordStore<Topic>(Path.Combine(folder, "topics"), topic => topic.Arn), new RecordStore<Subscription>(Path.Combine(folder, "subscriptions"), one => one.Arn), identity, time);
        var records = new RecordStore<Delivery>(Path.Combine(folder, "deliveries"), delivery => delivery.Id);
        _line = new DeliveryLine("The message", records, new TopicCourse(_http, targets), time, logger, unattended);
        _sweep = new HourlySweep("The sweep of subscriptions", _ => { book.Sweep(); return Task.CompletedTask; }, unattended, time);
        var publishing = new Publishing(book, new Deliveries(new Envelope(_signer, new TopicUrls(suiteUrl, _signer.FileName))), _line, ids, time);
        var subscribing = new Subscribing(book, publishing, targets, ids, time);
        _pages = new TopicPages(subscribing, _signer);
        Target = new TopicTarget(book, publishing);
        IServiceCall[] calls =
        [
            new CreateTopic(book),
            new DeleteTopic(book),
            new ListTopics(book),
            new GetTopicAttributes(book, identity),
            new SetTopicAttributes(book),
            new Subscribe(subscribing),
            new ConfirmSubscription(subscribing),
            new Unsubscribe(book),
            new ListSubscriptions(book, identity),
            new ListSubscriptionsByTopic(book, identity),
            new GetSubscriptionAttributes(book, identity),
            new SetSubscriptionAttributes(book, targets),
            new Publish(publishing),
            new PublishBatch(book, publishing),
            new TagResource(book),
            new UntagResource(book),
            new ListTagsForResource(book),
            new AddPermission(book),
            new RemovePermission(book),
        ];
        Calls = [.. CloudModel.Of("sns").Checking(calls, faults => TopicErrors.Invalid(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>For services that tell topics.</summary>
    public IDeliveryTarget Target { get; }

    /// <summary>Answers what <see cref="TopicPages.Takes"/>.</summary>
    public Task AnswerAsync(HttpContext http) => _pages.AnswerAsync(http);

    /// <summary>Goes on with what an earlier run had to deliver.</summary>
    public void Start()
    {
        _line.Start();
        _sweep.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _sweep.DisposeAsync();
        await _line.DisposeAsync();
        _http.Dispose();
        _signer.Dispose();
    }
}
