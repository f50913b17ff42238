using Sluice.Platform.Json;

namespace Sluice.Platform.Connections;

/// <summary>A token or an app password.</summary>
/// <param name="UserName">Null for what the provider expects beside a token.</param>
/// <param name="Token">The secret.</param>
[Kind("token")]
public sealed record TokenSecret(string? UserName, string Token) : ConnectionSecret;
