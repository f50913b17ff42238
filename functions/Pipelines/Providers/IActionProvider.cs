using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers;

/// <summary>Does the actions of some kinds, or judges rules. Each is registered; <see cref="StartAction"/> finds it by what it serves.</summary>
internal interface IActionProvider
{
    /// <summary>What serves the kinds that users and partners have made: their workers fetch the jobs.</summary>
    const string Workers = "*";

    /// <summary><c>CATEGORY/PROVIDER</c> of each kind, e.g. <c>Approval/Manual</c> or <c>Rule/LambdaInvoke</c>.</summary>
    IReadOnlyList<string> Serves { get; }

    /// <summary>Begins the action, and completes the request's token now or when it has ended. Safe to repeat: the same execution id is the same action, and the newest token counts.</summary>
    Task StartAsync(ActionRequest request, CancellationToken cancellationToken);
}
