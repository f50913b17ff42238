using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Pipelines.Types;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.S3;

/// <summary>Puts an artifact into a bucket: as the zip that it is, or file by file, as many at a time as a function has time for.</summary>
internal sealed class ObjectDeploy(OwnActions actions, ActionArtifacts artifacts, IObjectStore objects, TimeProvider time) : ICallingProvider
{
    public IReadOnlyList<string> Serves { get; } = [$"Deploy/{DeployTypes.S3}"];

    public Task StartAsync(ActionRequest request, CancellationToken cancellationToken) => actions.BeginAsync(request, _ => (new CopyProgress(), []), cancellationToken);

    public async Task<Move> NextAsync(OwnAction action, Seen seen, CancellationToken cancellationToken)
    {
        var progress = (CopyProgress)action.Progress;
        if (action.StopReason is { } reason)
        {
            return Move.Fail(progress, $"Stopped: {reason}. {progress.Copied} files are there.");
        }

        await using var files = await artifacts.OpenAsync(action.Request, action.Request.InputArtifacts.Keys.First(), cancellationToken);
        try
        {
            return action.Request.Configuration.GetValueOrDefault("Extract") == "true"
                ? await ExtractAsync(action, progress, files, cancellationToken)
                : await PutAsync(action, progress, files, cancellationToken);
        }
        catch (InvalidDataException e)
        {
            return Move.Fail(progress, $"The artifact is damaged: {e.Message}");
        }
        catch (ArgumentException e)
        {
            return Move.Fail(progress, e.Message);
        }
    }

    private async Task<Move> PutAsync(OwnAction action, CopyProgress progress, ArtifactFiles files, CancellationToken cancellationToken)
    {
        var target = new ObjectRef(Bucket(action), ObjectKeys.Of(action));
        await objects.PutAsync(target, files.Zip, Settings(action, target.Key), cancellationToken);
        return Done(progress, $"{target} is there.");
    }

    private async Task<Move> ExtractAsync(OwnAction action, CopyProgress progress, ArtifactFiles files, CancellationToken cancellationToken)
    {
        var prefix = ObjectKeys.Of(action);
        var budget = new CopyBudget(time);
        var copied = progress.Copied;
        for (; copied < files.Paths.Count && !budget.IsSpent; copied++)
        {
            var target = new ObjectRef(Bucket(action), ObjectKeys.Below(prefix, files.Paths[copied]));
            await using var content = new CountedStream(await files.OpenAsync(files.Paths[copied], cancellationToken));
            await objects.PutAsync(target, content, Settings(action, target.Key), cancellationToken);
            budget.Spend(content.Count);
        }

        var next = progress with { Copied = copied };
        return copied < files.Paths.Count ? Move.Continue(next) : Done(next, $"{copied} files are in s3://{Bucket(action)}/{prefix.TrimStart('/')}.");
    }

    private static Move Done(CopyProgress progress, string message) => Move.End(progress, new ActionResult(ActionStatus.Succeeded, "", null, message, new Dictionary<string, ObjectRef>()));

    private static ObjectSettings Settings(OwnAction action, string key) => new()
    {
        ContentType = ContentTypes.Of(key),
        CacheControl = Setting(action, "CacheControl"),
        CannedAcl = Setting(action, "CannedACL"),
        KmsKey = Setting(action, "KMSEncryptionKeyARN"),
    };

    private static string? Setting(OwnAction action, string key) => action.Request.Configuration.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    private static string Bucket(OwnAction action) => action.Request.Configuration["BucketName"];
}
