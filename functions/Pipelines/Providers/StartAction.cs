using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers;

/// <summary>Begins an action of Pipelines' own, or asks a rule, by its provider. One that nobody serves has failed, and the message names it.</summary>
public sealed class StartAction
{
    private readonly Dictionary<string, IActionProvider> _providers;
    private readonly ActionDocuments _documents;

    internal StartAction(IEnumerable<IActionProvider> providers, ActionDocuments documents)
    {
        _providers = providers.SelectMany(provider => provider.Serves.Select(kind => (kind, provider))).ToDictionary(pair => pair.kind, pair => pair.provider, StringComparer.Ordinal);
        _documents = documents;
    }

    /// <summary>Safe to repeat.</summary>
    public async Task StartAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        var whole = await _documents.WholeAsync(request, cancellationToken);
        await (Find(whole) is { } provider
            ? provider.StartAsync(whole, cancellationToken)
            : _documents.CompleteAsync(whole.TaskToken, ActionResult.Failed("", $"Nobody here does {whole.Category}/{whole.Provider} of {whole.Owner}."), cancellationToken));
    }

    internal IActionProvider? Find(ActionRequest request) =>
        _providers.TryGetValue($"{request.Category}/{request.Provider}", out var provider) || (request.Owner is "Custom" or "ThirdParty" && _providers.TryGetValue(IActionProvider.Workers, out provider))
            ? provider
            : null;
}
