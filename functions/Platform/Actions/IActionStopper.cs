namespace Sluice.Platform.Actions;

/// <summary>Stops the actions of one service. Each service registers one.</summary>
public interface IActionStopper
{
    /// <summary>The providers whose actions are the service's.</summary>
    IReadOnlyList<string> Providers { get; }

    /// <summary>Stops the action, now or as soon as it begins; one that has ended stays as it is. Safe to repeat.</summary>
    Task StopAsync(ActionStop stop, CancellationToken cancellationToken = default);
}
