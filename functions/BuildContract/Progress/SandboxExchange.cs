namespace Sluice.BuildContract.Progress;

/// <summary>A sandbox's program hands in what the last command came to and asks for the next, in the same way as it tells its progress. It may be repeated.</summary>
/// <param name="Id">The sandbox's id, <c>project:uuid</c>.</param>
/// <param name="ProgressSecret">That of the job. A bearer secret.</param>
/// <param name="Finished">Null if none has ended since.</param>
public sealed record SandboxExchange(string Id, string ProgressSecret, FinishedCommand? Finished)
{
    /// <summary>The header <c>X-Amz-Target</c>.</summary>
    public const string Target = "CodeBuild_20161006.ExchangeSandboxCommand";

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Finished?.Id}";
}
