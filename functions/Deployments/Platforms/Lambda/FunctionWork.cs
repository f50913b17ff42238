namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What the machine does to one function before any traffic is moved.</summary>
/// <param name="FunctionName">The function's name or ARN.</param>
/// <param name="Packaged">Whether its code is in the artifact and is published; else it is only looked up.</param>
/// <param name="Qualifier">Which version is looked up.</param>
/// <param name="S3Bucket">Where its code is.</param>
/// <param name="S3Key">Where its code is.</param>
/// <param name="Runtime">For a function that does not exist yet.</param>
/// <param name="Handler">For a function that does not exist yet.</param>
internal sealed record FunctionWork(
    string FunctionName, bool Packaged, string? Qualifier, string? S3Bucket, string? S3Key, string? Runtime, string? Handler)
{
    /// <summary>Look it up.</summary>
    public static FunctionWork Check(string functionName, string qualifier) => new(functionName, false, qualifier, null, null, null, null);

    /// <summary>Look up a hook's function, which may be named with its version or alias.</summary>
    internal static FunctionWork CheckHook(string hook)
    {
        var end = hook.LastIndexOf(":function:", StringComparison.Ordinal) + 1;
        var colon = hook.IndexOf(':', end == 0 ? 0 : end + "function:".Length);
        return colon < 0 ? Check(hook, "$LATEST") : Check(hook[..colon], hook[(colon + 1)..]);
    }
}
