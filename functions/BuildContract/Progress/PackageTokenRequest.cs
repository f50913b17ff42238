namespace Sluice.BuildContract.Progress;

/// <summary>A build's program asks for what package managers sign in with, in the same way as it tells its progress.</summary>
/// <param name="Id">The build's id, <c>project:uuid</c>.</param>
/// <param name="ProgressSecret">That of the job. A bearer secret.</param>
/// <param name="Domain">For all of whose repositories the token is to be good.</param>
/// <param name="AsOf">As of which time the build is to be given versions, in seconds since 1970; null for whatever time it is.</param>
public sealed record PackageTokenRequest(string Id, string ProgressSecret, string Domain, long? AsOf = null)
{
    /// <summary>The header <c>X-Amz-Target</c>.</summary>
    public const string Target = "CodeBuild_20161006.GetBuildPackageToken";

    /// <inheritdoc/>
    public override string ToString() => $"{Id}: {Domain}";
}
