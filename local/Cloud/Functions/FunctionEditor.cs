using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sluice.Local.Cloud.Functions.Packages;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;
using Sluice.Platform.Objects;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Creates functions and edits and publishes their <c>$LATEST</c>. One edit of a function at a time: a second is refused, as Lambda does.</summary>
internal sealed class FunctionEditor(
    FunctionStore store, PackageStore packages, VersionInitialiser initialiser, CloudIdentity identity, TimeProvider time, IIds ids)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, bool> _updating = new(StringComparer.Ordinal);

    public bool IsUpdating(string name) => _updating.ContainsKey(name);

    public Task<FunctionVersion> CreateAsync(
        string name, CodeShape code, VersionConfiguration configuration, string? description, bool publish, CancellationToken cancellationToken) =>
        AloneAsync(name, async () =>
        {
            if (store.Find(name) is not null)
            {
                throw LambdaErrors.Exists($"The function {name}");
            }

            var package = await PackageAsync(code, cancellationToken);
            CheckLaunch(package, configuration);
            var latest = new FunctionVersion(
                FunctionVersion.Latest, description ?? "", configuration, package, VersionState.Active, null, null, time.GetUtcNow(), ids.Uuid());
            store.Create(new FunctionRecord(name, latest, [], ImmutableSortedDictionary.Create<string, FunctionAlias>(StringComparer.Ordinal), 0));
            return publish ? PublishNow(name, description: null) : latest;
        });

    public Task<FunctionVersion> UpdateCodeAsync(string name, CodeShape code, bool publish, string? revisionId, CancellationToken cancellationToken) =>
        AloneAsync(name, async () =>
        {
            CheckRevision(store.Get(name), revisionId);
            var package = await PackageAsync(code, cancellationToken);
            CheckLaunch(package, store.Get(name).Latest.Configuration);
            return Edit(name, latest => latest with { Package = package }, publish);
        });

    public Task<FunctionVersion> UpdateConfigurationAsync(
        string name, Func<VersionConfiguration, VersionConfiguration> change, string? description, string? revisionId) =>
        AloneAsync(name, () =>
        {
            CheckRevision(store.Get(name), revisionId);
            var latest = store.Get(name).Latest;
            CheckLaunch(latest.Package, change(latest.Configuration));
            return Task.FromResult(Edit(
                name,
                before => before with { Configuration = change(before.Configuration), Description = description ?? before.Description },
                publish: false));
        });

    public Task<FunctionVersion> PublishAsync(string name, string? description, string? codeSha256, string? revisionId) =>
        AloneAsync(name, () =>
        {
            var function = store.Get(name);
            CheckRevision(function, revisionId);
            return codeSha256 is not null && codeSha256 != function.Latest.Package.CodeSha256
                ? throw LambdaErrors.InvalidParameter(
                    $"CodeSHA256 ({codeSha256}) is different from current CodeSHA256 in $LATEST ({function.Latest.Package.CodeSha256}). "
                    + "Please try again with the CodeSHA256 in $LATEST.")
                : Task.FromResult(PublishNow(name, description));
        });

    /// <summary>Deletes a function with all that is of it.</summary>
    public Task DeleteAsync(string name) => AloneAsync(name, () =>
    {
        store.Delete(name);
        return Task.FromResult(true);
    });

    /// <summary>Deletes one version; that it is not there is no error of Lambda's.</summary>
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is not to be deleted alone.</exception>
    public Task DeleteVersionAsync(string name, string version) => AloneAsync(name, () => Task.FromResult(store.Change(name, function => Deletion.Of(function, version))));

    /// <summary>Does something that no edit may be beside; nothing while there is one.</summary>
    public void WhenQuiet(Action act)
    {
        lock (_gate)
        {
            if (_updating.IsEmpty)
            {
                act();
            }
        }
    }

    private static void CheckRevision(FunctionRecord function, string? revisionId)
    {
        if (revisionId is not null && revisionId != function.Latest.RevisionId)
        {
            throw LambdaErrors.StaleRevision();
        }
    }

    private async Task<T> AloneAsync<T>(string name, Func<Task<T>> edit)
    {
        lock (_gate)
        {
            if (!_updating.TryAdd(name, true))
            {
                throw LambdaErrors.UpdateInProgress(identity.FunctionArn(name));
            }
        }

        try
        {
            return await edit();
        }
        finally
        {
            _updating.TryRemove(name, out _);
        }
    }

    private async Task<FunctionPackage> PackageAsync(CodeShape code, CancellationToken cancellationToken)
    {
        try
        {
            return code switch
            {
                { ZipFile: { } zip, S3Bucket: null, S3Key: null } => await packages.AddAsync(new MemoryStream(zip, writable: false), "the request itself", cancellationToken),
                { ZipFile: null, S3Bucket: { Length: > 0 } bucket, S3Key: { Length: > 0 } key } => await packages.AddAsync(new ObjectRef(bucket, key), cancellationToken),
                _ => throw LambdaErrors.InvalidParameter("Either ZipFile, or S3Bucket and S3Key are needed: this machine takes function packages as they are or from the object store."),
            };
        }
        catch (ObjectNotFoundException)
        {
            throw LambdaErrors.InvalidParameter(
                $"Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist: s3://{code.S3Bucket}/{code.S3Key}");
        }
        catch (InvalidPackageException e)
        {
            throw LambdaErrors.InvalidParameter(e.Message);
        }
    }

    private void CheckLaunch(FunctionPackage package, VersionConfiguration configuration)
    {
        try
        {
            packages.Plan(package, configuration.Runtime, configuration.Handler);
        }
        catch (InvalidPackageException e)
        {
            throw LambdaErrors.InvalidParameter(e.Message);
        }
    }

    private FunctionVersion Edit(string name, Func<FunctionVersion, FunctionVersion> change, bool publish)
    {
        var edited = store.Change(name, function => function with
        {
            Latest = change(function.Latest) with { LastModified = time.GetUtcNow(), RevisionId = ids.Uuid() },
        });
        return publish ? PublishNow(name, description: null) : edited.Latest;
    }

    private FunctionVersion PublishNow(string name, string? description)
    {
        FunctionVersion? published = null;
        var isNew = false;
        store.Change(name, function =>
        {
            (function, published, isNew) = Publishing.Publish(function, description, time.GetUtcNow(), ids.Uuid());
            return function;
        });
        if (isNew)
        {
            initialiser.Begin(name, published!);
        }

        return published!;
    }
}
