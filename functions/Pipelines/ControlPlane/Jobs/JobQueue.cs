using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Providers.Workers;
using Sluice.Pipelines.Records;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>Hands jobs to the workers that ask for them; of many that ask at once, one has a job.</summary>
internal sealed class JobQueue(ActionTypeStore types, JobRefs refs, OwnActionStore store, OwnActions actions, JobFinder finder, IIds ids, TimeProvider time)
{
    private const int Least = 1;
    private const int Most = 25;

    /// <summary>Hands out jobs of a type.</summary>
    /// <param name="id">The type.</param>
    /// <param name="batch">How many at most; one if it is not said.</param>
    /// <param name="asked">What a queryable property of the action's configuration must be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ApiException">There is no such type, or the property is not queryable.</exception>
    public async Task<IReadOnlyList<OwnAction>> PollAsync(ActionTypeId id, int? batch, IReadOnlyDictionary<string, string> asked, CancellationToken cancellationToken)
    {
        var type = await types.FindAsync(id, cancellationToken) ?? throw new ActionTypeNotFoundException(id.Category.ToString(), id.Owner.ToString(), id.Provider, id.Version);
        Check(type, asked);
        var most = Math.Min(batch ?? Least, Most);
        var handed = new List<OwnAction>();
        await foreach (var (jobId, actionId) in refs.DueAsync(id, time.GetUtcNow(), cancellationToken))
        {
            if (await HandOutAsync(jobId, actionId, asked, cancellationToken) is { } action)
            {
                handed.Add(action);
            }

            if (handed.Count == most)
            {
                break;
            }
        }

        return handed;
    }

    /// <summary>Gives the job to the worker that knows its nonce, for good.</summary>
    /// <returns>How the job stands now; only one that is in progress is to be done.</returns>
    /// <exception cref="ApiException">There is no such job for the worker, or it was handed out again.</exception>
    public async Task<JobStatus> AcknowledgeAsync(string jobId, string nonce, string? clientToken, CancellationToken cancellationToken)
    {
        var action = await finder.GetAsync(jobId, clientToken, cancellationToken);
        return (await actions.AnswerAsync(action.Id, seen => JobMoves.Acknowledge(seen, jobId, nonce, time.GetUtcNow()), cancellationToken)).Answer;
    }

    private async Task<OwnAction?> HandOutAsync(string jobId, string actionId, IReadOnlyDictionary<string, string> asked, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(actionId, cancellationToken) is not { } seen || !Fits(seen, asked))
        {
            return null;
        }

        var nonce = ids.Secret();
        var (action, isHanded) = await actions.AnswerAsync(actionId, found => JobMoves.HandOut(found, jobId, nonce, time.GetUtcNow()), cancellationToken);
        if (!isHanded && (action.HasEnded || ((JobProgress)action.Progress).JobId != jobId))
        {
            // Its action was stopped, which knows nothing of queues.
            await refs.CloseAsync(jobId, cancellationToken);
        }

        return isHanded ? action : null;
    }

    private static bool Fits(OwnAction action, IReadOnlyDictionary<string, string> asked) => asked.All(pair => action.Request.Configuration.GetValueOrDefault(pair.Key) == pair.Value);

    private static void Check(StoredActionType type, IReadOnlyDictionary<string, string> asked)
    {
        if (asked.Keys.Except(type.Queryable).FirstOrDefault() is { } other)
        {
            var queryable = string.Join(", ", type.Queryable.Select(name => $"'{name}'")) is { Length: > 0 } names ? names : "none";
            throw new ApiException(CommonErrors.Validation, $"queryParam: '{other}' is no queryable property of the action type; queryable is {queryable}.");
        }
    }
}
