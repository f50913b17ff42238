using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.S3;

/// <summary>Makes an artifact of the version of an object that the run was started for. It must be a zip, as the original says.</summary>
internal sealed class ObjectSource(OwnActions actions, ActionArtifacts artifacts, PipelineRunStore runs, IObjectStore objects) : ICallingProvider
{
    private const string Scheme = "s3://";

    public IReadOnlyList<string> Serves { get; } = [$"Source/{SourceTypes.S3}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new CopyProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var (progress, request) = ((CopyProgress)action.Progress, action.Request);
        if (action.StopReason is { } reason)
        {
            return Move.Fail(progress, $"Stopped: {reason}");
        }

        var run = (await runs.GetAsync(request.PipelineName, request.PipelineExecutionId, cancellationToken)).Value;
        return run.SourceRevisions.FirstOrDefault(source => source.ActionName == request.ActionName) is { } revision
            ? await CopyAsync(request, progress, revision, cancellationToken)
            : Move.Fail(progress, $"The run has no revision of the source '{request.ActionName}'.");
    }

    private async Task<Move> CopyAsync(ActionRequest request, CopyProgress progress, SourceCommit revision, CancellationToken cancellationToken)
    {
        var at = Parse(revision.Repository);
        try
        {
            await using var found = await OpenAsync(at, revision.RevisionId, cancellationToken);
            var made = new Dictionary<string, ObjectRef>();
            foreach (var name in request.OutputArtifacts)
            {
                made[name] = await artifacts.WriteAsync(request, name, found.Content, cancellationToken);
            }

            return Move.End(progress, new ActionResult(ActionStatus.Succeeded, found.VersionId ?? found.ETag, null, $"{at} {found.VersionId ?? found.ETag}", made) { OutputVariables = Variables(at, found) });
        }
        catch (ObjectNotFoundException)
        {
            return Move.End(progress, ActionResult.Failed("", $"{at} has no version '{revision.RevisionId}' any more: it was deleted, or replaced in a bucket that keeps no versions.", ActionErrors.Source));
        }
    }

    /// <summary>Of a bucket without versions the revision is the ETag: what is there now is taken if it is still that.</summary>
    private async Task<StoredObject> OpenAsync(ObjectRef at, string revision, CancellationToken cancellationToken)
    {
        if (revision.Length > 0)
        {
            try
            {
                return await objects.OpenVersionAsync(at, revision, cancellationToken);
            }
            catch (ObjectNotFoundException)
            {
                // It may be an ETag.
            }
        }

        var newest = await objects.OpenVersionAsync(at, null, cancellationToken);
        if (revision.Length == 0 || newest.ETag == revision)
        {
            return newest;
        }

        await newest.DisposeAsync();
        throw new ObjectNotFoundException(at, revision);
    }

    private static Dictionary<string, string> Variables(ObjectRef at, StoredObject found)
    {
        var variables = new Dictionary<string, string> { ["BucketName"] = at.Bucket, ["ObjectKey"] = at.Key, ["ETag"] = found.ETag };
        if (found.VersionId is { } version)
        {
            variables["VersionId"] = version;
        }

        return variables;
    }

    private static ObjectRef Parse(string address)
    {
        var path = address.StartsWith(Scheme, StringComparison.Ordinal) ? address[Scheme.Length..] : address;
        return path.Split('/', 2) is [{ Length: > 0 } bucket, { Length: > 0 } key] ? new ObjectRef(bucket, key) : throw new ArtifactException($"'{address}' is no object: s3://BUCKET/KEY was expected.");
    }
}
