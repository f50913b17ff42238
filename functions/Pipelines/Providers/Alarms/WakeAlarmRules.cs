using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>Has the rules look at an alarm again that has changed.</summary>
public sealed class WakeAlarmRules
{
    private readonly AlarmWatches _watches;
    private readonly OwnActionStore _store;
    private readonly OwnActions _actions;

    internal WakeAlarmRules(AlarmWatches watches, OwnActionStore store, OwnActions actions) => (_watches, _store, _actions) = (watches, store, actions);

    /// <summary>Safe to repeat: what is told is only that it is worth a look.</summary>
    public async Task RunAsync(AlarmChanged happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail?.AlarmName is not { Length: > 0 } alarm)
        {
            return;
        }

        foreach (var id in await _watches.OfAlarmAsync(alarm, cancellationToken))
        {
            var action = await _store.FindAsync(id, cancellationToken);
            await (action is null or { HasEnded: true } ? _watches.ForgetAsync(alarm, id, cancellationToken) : _actions.NudgeAsync(id, $"the alarm '{alarm}' has changed", cancellationToken));
        }
    }
}
