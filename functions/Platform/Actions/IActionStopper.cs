namespace Sluice.Platform.Actions;

/// <summary>Stops the actions of one service. Each service registers one.</summary>
public interface IActionStopper
{
    /// <summary>Which service.</summary>
    ActionService Service { get; }

    /// <summary>Stops the action, now or as soon as it begins; one that has ended stays as it is. Safe to repeat.</summary>
    Task StopAsync(ActionStop stop, CancellationToken cancellationToken = default);
}
