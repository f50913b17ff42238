using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Makes, changes and deletes stacks of CloudFormation, and plans changes as change sets and carries them out.</summary>
internal sealed class CloudFormationDeploy(OwnActions actions, StackWork stacks, ChangeSetWork changeSets, StackEnds ends) : ICallingProvider
{
    public IReadOnlyList<string> Serves { get; } = [$"Deploy/{DeployTypes.CloudFormation}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new StackProgress(), []), cancellationToken);

    public Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (StackProgress)action.Progress;
        return progress.Phase switch
        {
            StackPhase.Look when action.StopReason is { } reason => Task.FromResult(Move.Fail(progress, $"Stopped: {reason}")),
            StackPhase.Explain => Task.FromResult(StackEnds.Explained(action, progress, seen)),
            StackPhase.Read => ends.SucceededAsync(action, progress, seen, cancellationToken),
            _ => action.Request.Configuration["ActionMode"] is "CHANGE_SET_REPLACE" or "CHANGE_SET_EXECUTE"
                ? changeSets.NextAsync(action, progress, seen, cancellationToken)
                : stacks.NextAsync(action, progress, seen, cancellationToken),
        };
    }
}
