namespace Sluice.Lambdas.Api;

/// <summary>A key that is refused.</summary>
/// <param name="AccessKeyId">Its id.</param>
/// <param name="RevokedAt">Since when.</param>
public sealed record RevokedAccessKey(string AccessKeyId, DateTimeOffset RevokedAt);
