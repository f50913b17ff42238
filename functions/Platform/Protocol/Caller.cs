namespace Sluice.Platform.Protocol;

/// <summary>The holder of the key that signed a request.</summary>
/// <param name="AccessKeyId">The key's id, which is no secret.</param>
/// <param name="Role">The key's role: <c>admin</c>, <c>deployer</c>, <c>builder</c>, <c>approver</c>, <c>publisher</c> or <c>reader</c>.</param>
public sealed record Caller(string AccessKeyId, string Role)
{
    /// <summary>Who or what holds the key, as it was issued; the key's id if that was not said.</summary>
    public string Name { get; init; } = AccessKeyId;
}
