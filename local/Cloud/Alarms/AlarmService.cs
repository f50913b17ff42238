using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Alarms.Calls;
using Sluice.Local.Cloud.Alarms.Rules;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.Cloud.Models;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>
/// CloudWatch's alarms on this machine. Each is evaluated by its plan's cadence; a change is an event at that moment. A change is told before it is stored: a suite killed in
/// between tells it again, and events may repeat.
/// </summary>
internal sealed class AlarmService : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, WatchedAlarm> _alarms = new(StringComparer.Ordinal);
    private readonly AlarmStore _store;
    private readonly MetricStore _metrics;
    private readonly IEventSink _events;
    private readonly CloudIdentity _identity;
    private readonly TimeProvider _time;
    private readonly IIds _ids;
    private readonly AlarmClock _clock;
    private readonly ILogger _logger;
    private readonly Unattended _unattended;

    public AlarmService(string folder, MetricStore metrics, IEventSink events, CloudIdentity identity, TimeProvider time, IIds ids, ILogger logger)
    {
        (_logger, _unattended) = (logger, new Unattended(logger, time));
        (_store, _metrics, _events, _identity, _time, _ids) = (new AlarmStore(folder), metrics, events, identity, time, ids);
        _clock = new AlarmClock(time, _unattended, Evaluate);
        foreach (var alarm in _store.ReadAll())
        {
            Load(alarm);
        }

        IServiceCall[] plain = [new PutMetricAlarm(this), new DeleteAlarms(this), new DescribeAlarms(this, identity), new SetAlarmState(this), new GetMetricData(metrics)];
        var model = CloudModel.Of("cloudwatch");
        Calls =
        [
            .. model.Checking(plain, faults => CloudWatchErrors.Validation(ModelRefusal.Text(faults))),
            .. model.Checking([new PutMetricData(metrics, time)], faults => CloudWatchErrors.Refused([.. faults.Select(MetricDataFaults.Of)])),
        ];
    }

    public IReadOnlyList<IServiceCall> Calls { get; }

    public IReadOnlyList<AlarmRecord> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _alarms.Values.Select(alarm => alarm.Record).OrderBy(alarm => alarm.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>From now on alarms are evaluated.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _clock.Start();
            Schedule();
        }
    }

    /// <summary>Creates the alarm or changes its definition; its state stays.</summary>
    public void Put(MetricAlarmShape definition)
    {
        var plan = AlarmPlanner.Plan(definition);
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            var state = _alarms.TryGetValue(definition.AlarmName!, out var before)
                ? before.Record.State
                : new AlarmState(AlarmStates.InsufficientData, "Unchecked: Initial alarm creation", null, now);
            var record = new AlarmRecord(definition, now, state);
            _store.Save(record);
            _alarms[record.Name] = new WatchedAlarm(record, plan, WatchedAlarm.NextDue(plan, now));
            Schedule();
        }
    }

    /// <summary>Removes those that there are, also when others of the names are unknown.</summary>
    /// <exception cref="TaskFailedException">Some are unknown.</exception>
    public void Delete(IReadOnlyList<string> names)
    {
        lock (_gate)
        {
            var unknown = names.Where(name => !_alarms.ContainsKey(name)).ToList();
            foreach (var name in names.Except(unknown))
            {
                _store.Delete(name);
                _alarms.Remove(name);
            }

            Schedule();
            if (unknown.Count > 0)
            {
                throw CloudWatchErrors.NotFound(string.Join(", ", unknown));
            }
        }
    }

    /// <summary>Sets the state by hand until the next evaluation.</summary>
    /// <exception cref="TaskFailedException">There is no such alarm.</exception>
    public void SetState(string name, string value, string reason, string? reasonData)
    {
        AlarmChange change;
        lock (_gate)
        {
            var alarm = _alarms.GetValueOrDefault(name) ?? throw CloudWatchErrors.NotFound(name);
            change = Change(alarm, new AlarmState(value, reason, reasonData, _time.GetUtcNow()));
        }

        Tell([change]);
    }

    public ValueTask DisposeAsync() => _clock.DisposeAsync();

    /// <summary>An alarm that an earlier edition took and this one cannot judge is as none, so that who relies on it is told that it is not there. Its file stays.</summary>
    private void Load(AlarmRecord alarm)
    {
        try
        {
            var plan = AlarmPlanner.Plan(alarm.Definition);
            _alarms[alarm.Name] = new WatchedAlarm(alarm, plan, WatchedAlarm.NextDue(plan, _time.GetUtcNow()));
        }
        catch (TaskFailedException e)
        {
            _logger.LogError(e, "The alarm {Alarm} is not watched: {Cause}", alarm.Name, e.Cause);
        }
    }

    /// <summary>Judges the alarms that are due.</summary>
    private void Evaluate()
    {
        List<AlarmChange> changes = [];
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            foreach (var alarm in _alarms.Values.Where(alarm => alarm.IsDue(now)).ToList())
            {
                // One that cannot be judged keeps no other from being judged, and is due again at its next period.
                _unattended.Try($"The evaluation of the alarm {alarm.Record.Name}", () => changes.AddRange(Judge(alarm, now) is { } change ? [change] : []));
            }

            Schedule();
        }

        Tell(changes);
    }

    private AlarmChange? Judge(WatchedAlarm alarm, DateTimeOffset now)
    {
        // If this machine slept through some evaluations, only the last one counts.
        var next = WatchedAlarm.NextDue(alarm.Plan, now);
        var moved = _alarms[alarm.Record.Name] = alarm with { Due = next };
        var range = Datapoints(alarm.Plan, next - alarm.Plan.Cadence);
        var from = alarm.Record.State.Value;
        return AlarmJudge.Judge(alarm.Plan, [.. range.Select(point => point.Value)]) is { } to && to != from
            ? Change(moved, new AlarmState(to, AlarmReason.Text(alarm.Plan, from, to, range), AlarmReason.Data(alarm.Plan, range, now), now))
            : null;
    }

    private List<Datapoint> Datapoints(AlarmPlan plan, long end) =>
        [.. Enumerable.Range(0, plan.Range).Select(index => end - ((long)(plan.Range - index) * plan.Period)).Select(second => new Datapoint(second, plan.Value(_metrics, second)))];

    private AlarmChange Change(WatchedAlarm alarm, AlarmState state)
    {
        var changed = alarm.Record with { State = state };
        _alarms[changed.Name] = alarm with { Record = changed };
        return new AlarmChange(changed, alarm.Record.State);
    }

    private void Tell(List<AlarmChange> changes)
    {
        try
        {
            TellAndStore(changes);
        }
        catch (Exception e)
        {
            // A full disk must not end the watch on the other alarms. In memory the change holds; only a restart would find the old state, and judge again.
            _logger.LogError(e, "A change of state of {Alarms} was not told or not stored.", string.Join(", ", changes.Select(change => change.Alarm.Name)));
        }
    }

    private void TellAndStore(List<AlarmChange> changes)
    {
        foreach (var (alarm, previous) in changes.Where(change => change.Previous.Value != change.Alarm.State.Value))
        {
            _events.Publish(AlarmEvent.Of(_identity, _ids.Uuid(), alarm.Definition, previous, alarm.State));
        }

        lock (_gate)
        {
            foreach (var name in changes.Select(change => change.Alarm.Name))
            {
                if (_alarms.TryGetValue(name, out var current))
                {
                    _store.Save(current.Record);
                }
            }
        }
    }

    private void Schedule() => _clock.Next(_alarms.Count == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(_alarms.Values.Min(alarm => alarm.Due)));
}
