using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Providers.Calls;

/// <summary>Does actions by calls of other services, which the machine <c>action</c> makes: this decides which, one after the other.</summary>
internal interface ICallingProvider : IActionProvider
{
    /// <summary>Decides what is next. What it does itself it may do again: asked twice with the same, it says the same. A stop is in the action's <see cref="OwnAction.StopReason"/>.</summary>
    Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken);
}
