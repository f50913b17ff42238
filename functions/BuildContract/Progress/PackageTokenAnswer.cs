namespace Sluice.BuildContract.Progress;

/// <summary>What the service says to that.</summary>
/// <param name="AuthorizationToken">A bearer secret.</param>
public sealed record PackageTokenAnswer(string AuthorizationToken)
{
    /// <inheritdoc/>
    public override string ToString() => "a token";
}
