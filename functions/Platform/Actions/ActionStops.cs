using Sluice.Platform.Tables;

namespace Sluice.Platform.Actions;

/// <summary>
/// Sees to it that the stop of an action and its start never miss each other, in whichever order a service hears of them. Who stops looks for the record, keeps the stop if there is none, and looks again; who
/// starts writes the record and then looks for a stop: at least one of them sees the other.
/// </summary>
public sealed class ActionStops(ITable table, TimeProvider time)
{
    /// <summary>A machine asks for an action within minutes or never.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Stops the action, now or as soon as it begins. Safe to repeat.</summary>
    /// <param name="stop">Which action.</param>
    /// <param name="tryStop">Stops it; false if the service does not know it yet.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task StopAsync(ActionStop stop, Func<CancellationToken, Task<bool>> tryStop, CancellationToken cancellationToken)
    {
        if (!await tryStop(cancellationToken))
        {
            await table.PutAsync(PutItem.Of(KeyOf(stop.ActionExecutionId), stop, expiresAt: time.GetUtcNow() + Kept), cancellationToken);
            await tryStop(cancellationToken);
        }
    }

    /// <summary>The stop that came before the action; null if there was none. To be asked when its record is written.</summary>
    public async Task<ActionStop?> FindAsync(string actionExecutionId, CancellationToken cancellationToken) =>
        (await table.GetAsync(KeyOf(actionExecutionId), cancellationToken))?.Read<ActionStop>();

    private static Key KeyOf(string actionExecutionId) => new($"ACTIONSTOP#{actionExecutionId}", "STOP");
}
