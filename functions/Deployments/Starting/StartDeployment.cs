using Sluice.Deployments.Runs;
using Sluice.Platform.Actions;
using Sluice.Platform.Documents;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.Starting;

/// <summary>
/// The pipeline's deploy action. What is asked for is checked whole by its kind of action. A request with faults leaves no record: the action fails at once and lists them.
/// </summary>
public sealed class StartDeployment(IEnumerable<IDeployAction> actions, DeploymentStore store, ActionCompletion completion, ActionDocuments documents)
{
    private readonly IReadOnlyDictionary<string, IDeployAction> _actions = actions.ToDictionary(action => action.Provider, StringComparer.Ordinal);

    /// <summary>Safe to repeat: the same action is the same deployment, and the newest token gets the answer.</summary>
    public async Task RunAsync(ActionRequest request, CancellationToken cancellationToken = default)
    {
        if (await store.FindIdAsync(request.ActionExecutionId, cancellationToken) is { } before)
        {
            await RepeatAsync(before, request.TaskToken, cancellationToken);
            return;
        }

        if (await WhyNotAsync(await documents.WholeAsync(request, cancellationToken), cancellationToken) is { } fault)
        {
            await completion.RefuseAsync(request.TaskToken, fault, cancellationToken);
        }
    }

    /// <returns>Why there is no deployment; null if there is one.</returns>
    private async Task<string?> WhyNotAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        if (!_actions.TryGetValue(request.Provider, out var action))
        {
            return $"The provider '{request.Provider}' deploys nothing here; expected one of {string.Join(", ", _actions.Keys.Order(StringComparer.Ordinal))}.";
        }

        try
        {
            if (!await action.StartAsync(request, cancellationToken))
            {
                await RepeatAsync((await store.FindIdAsync(request.ActionExecutionId, cancellationToken))!, request.TaskToken, cancellationToken);
            }

            return null;
        }
        catch (Exception e) when (e is InvalidDocumentException or ApiException)
        {
            return e.Message;
        }
        catch (ObjectNotFoundException e)
        {
            return $"The artifact is not there: {e.Message}";
        }
    }

    private async Task RepeatAsync(string deploymentId, string token, CancellationToken cancellationToken)
    {
        var (record, _) = await store.DecideAsync(
            deploymentId, record => new Decision<Deployment, bool>(record.ActionToken == token ? record : record with { ActionToken = token }, true), cancellationToken);
        await completion.CompleteAsync(record, cancellationToken);
    }
}
