namespace Sluice.Signing.Calls;

/// <summary>An access key; temporary ones have a session token.</summary>
public sealed record AwsKeys(string AccessKeyId, string SecretAccessKey, string? SessionToken)
{
    /// <summary>Without the secrets.</summary>
    public override string ToString() => AccessKeyId;
}
