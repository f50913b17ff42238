using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Delivering;
using Sluice.Local.Cloud.Events.Calls;
using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.Cloud.Events.Schedules;
using Sluice.Local.Cloud.Events.Targets;
using Sluice.Local.Cloud.Files;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Guarding;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Events;

/// <summary>EventBridge on this machine, put together.</summary>
internal sealed class EventsService : IAsyncDisposable
{
    private readonly DeliveryLine _line;
    private readonly EventRouter _router;
    private readonly RuleClock _clock;

    public EventsService(
        string folder, DeliveryTargets targets, IEventSink sink, string suiteBus, IPipelineStarter pipelines, CloudIdentity identity, TimeProvider time, IIds ids, ILogger logger, Unattended unattended)
    {
        var buses = new RecordStore<EventBus>(Path.Combine(folder, "buses"), bus => bus.Name);
        var rules = new RuleBook(buses, new RecordStore<EventRule>(Path.Combine(folder, "rules"), rule => rule.Key), suiteBus, new EventArns(identity), time);
        _line = new DeliveryLine("The event", new RecordStore<Delivery>(Path.Combine(folder, "deliveries"), delivery => delivery.Id), new EventCourse(targets), time, logger, unattended);
        _router = new EventRouter(rules, _line, identity, time, ids);
        _clock = new RuleClock(rules, _router, time, unattended);
        targets.Add(new BusTarget(rules, sink), new PipelineTarget(pipelines));
        IServiceCall[] calls =
        [
            new PutRule(rules, time),
            new DescribeRule(rules, identity),
            new ListRules(rules),
            new DeleteRule(rules),
            new SwitchRule(rules, time) { Enables = true },
            new SwitchRule(rules, time) { Enables = false },
            new PutTargets(rules, targets),
            new ListTargetsByRule(rules),
            new RemoveTargets(rules),
            new ListRuleNamesByTarget(rules),
            new PutEvents(rules, sink, identity, time, ids),
            new TestEventPattern(),
            new CreateEventBus(rules, time),
            new DescribeEventBus(rules),
            new ListEventBuses(rules),
            new DeleteEventBus(rules),
            new TagResource(rules),
            new UntagResource(rules),
            new ListTagsForResource(rules),
        ];
        Calls = [.. CloudModel.Of("eventbridge").Checking(calls, faults => EventErrors.Invalid(ModelRefusal.Text(faults)))];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    /// <summary>See <see cref="EventRouter.Store"/>.</summary>
    public Action Store(string bus, JsonObject happened, bool isForwarded) => _router.Store(bus, happened, isForwarded);

    /// <summary>Goes on with what an earlier run had to deliver.</summary>
    public void Start()
    {
        _line.Start();
        _clock.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        await _line.DisposeAsync();
    }
}
