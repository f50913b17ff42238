using System.Text.Json;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Providers;

/// <summary>Begins an action of Pipelines' own, or asks a rule, by its provider. One that nobody serves has failed, and the message names it.</summary>
public sealed class StartAction
{
    private readonly Dictionary<string, IActionProvider> _providers;
    private readonly IStateMachines _machines;

    internal StartAction(IEnumerable<IActionProvider> providers, IStateMachines machines)
    {
        _providers = providers.SelectMany(provider => provider.Serves.Select(kind => (kind, provider))).ToDictionary(pair => pair.kind, pair => pair.provider, StringComparer.Ordinal);
        _machines = machines;
    }

    /// <summary>Safe to repeat.</summary>
    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        return Find(request) is { } provider
            ? provider.StartAsync(request, cancellationToken)
            : _machines.SucceedTaskAsync(request.TaskToken, JsonSerializer.SerializeToNode(ActionResult.Failed("", $"Nobody here does {request.Category}/{request.Provider} of {request.Owner}."), SluiceJson.Options), cancellationToken);
    }

    internal IActionProvider? Find(ActionRequest request) =>
        _providers.TryGetValue($"{request.Category}/{request.Provider}", out var provider) || (request.Owner is "Custom" or "ThirdParty" && _providers.TryGetValue(IActionProvider.Workers, out provider))
            ? provider
            : null;
}
