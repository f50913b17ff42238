namespace Sluice.Builds.ControlPlane.Credentials;

/// <summary>What a build signs in to a git host with.</summary>
/// <param name="UserName">What the host expects beside a token.</param>
/// <param name="Token">The token or password, opened. Secret; null if <paramref name="Resource"/> has it.</param>
/// <param name="Resource">The ARN of a secret of Secrets Manager (its value is the token, or JSON with <c>Token</c>), or of a connection.</param>
public sealed record SourceCredential(string UserName, string? Token, string? Resource)
{
    /// <inheritdoc/>
    public override string ToString() => $"{UserName}:***";
}
