namespace Sluice.BuildContract.Jobs;

/// <summary>What a git host asks for.</summary>
/// <param name="UserName">For hosts that want none beside a token, anything.</param>
/// <param name="Token">A password or token. Secret.</param>
public sealed record JobCredential(string UserName, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"{UserName}:***";
}
