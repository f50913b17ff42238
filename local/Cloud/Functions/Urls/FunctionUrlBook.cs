using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Urls;

/// <summary>The URLs of functions and aliases, and how they are shown.</summary>
internal sealed class FunctionUrlBook(FunctionStore store, UrlNames names, CloudIdentity identity, TimeProvider time, IIds ids)
{
    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is no function's name, or names a version.</exception>
    public FunctionReference Reference(string? functionName, string? qualifier, params IEnumerable<string> faults)
    {
        List<string> broken = [.. UrlRules.Qualifier(qualifier), .. faults];
        if (functionName is null or "")
        {
            broken.Insert(0, LambdaErrors.Broken("functionName", functionName, functionName is null ? "Member must not be null" : "Member must have length greater than or equal to 1"));
        }

        if (broken.Count > 0)
        {
            throw LambdaErrors.Validation(broken);
        }

        var reference = FunctionReference.Parse(functionName!, qualifier, identity);
        return UrlRules.Qualifier(reference.Qualifier).FirstOrDefault() is { } fault ? throw LambdaErrors.Validation([fault]) : reference;
    }

    public UrlShape Create(FunctionReference reference, string authType, CorsSettings? cors, string? invokeMode)
    {
        var now = time.GetUtcNow();
        var url = new UrlSettings(ids.Secret(), authType, cors?.OrNone(), invokeMode ?? UrlSettings.Buffered, now, now);
        var shape = Shape(reference, url) with { LastModifiedTime = null };
        Change(reference, function => function.UrlOf(reference.Target) is null
            ? function.WithUrl(reference.Target, url)
            : throw LambdaErrors.UrlExists(Arn(reference)));
        return shape;
    }

    /// <summary>What the caller leaves out stays.</summary>
    public UrlShape Update(FunctionReference reference, string? authType, CorsSettings? cors, string? invokeMode)
    {
        var changed = Change(reference, function =>
        {
            var url = function.UrlOf(reference.Target) ?? throw LambdaErrors.NoResource();
            return function.WithUrl(reference.Target, url with
            {
                AuthType = authType ?? url.AuthType,
                Cors = cors is null ? url.Cors : cors.OrNone(),
                InvokeMode = invokeMode ?? url.InvokeMode,
                ModifiedAt = time.GetUtcNow(),
            });
        });
        return Shape(reference, changed.UrlOf(reference.Target)!);
    }

    public void Delete(FunctionReference reference) => Change(reference, function => function.UrlOf(reference.Target) is null
        ? throw LambdaErrors.NoResource()
        : function.WithUrl(reference.Target, url: null));

    public UrlShape Get(FunctionReference reference) => Shape(reference, store.Find(reference.Name)?.UrlOf(reference.Target) ?? throw LambdaErrors.NoResource());

    /// <summary>The function's own and its aliases'.</summary>
    public IEnumerable<UrlShape> List(string functionName)
    {
        var function = store.Find(functionName) ?? throw LambdaErrors.NoUrlFunction();
        return (function.Urls?.AsEnumerable() ?? []).Select(entry => Shape(new FunctionReference(function.Name, entry.Key == FunctionVersion.Latest ? null : entry.Key), entry.Value));
    }

    private FunctionRecord Change(FunctionReference reference, Func<FunctionRecord, FunctionRecord> change)
    {
        _ = store.Find(reference.Name) ?? throw LambdaErrors.NoUrlFunction();
        return store.Change(reference.Name, function => reference.Qualifier is null || function.Aliases.ContainsKey(reference.Qualifier)
            ? change(function)
            : throw LambdaErrors.NoUrlFunction());
    }

    private UrlShape Shape(FunctionReference reference, UrlSettings url) => UrlShape.Of(names.Of(url.Id), Arn(reference), url);

    private string Arn(FunctionReference reference) => identity.FunctionArn(reference.Name, reference.Qualifier);
}
