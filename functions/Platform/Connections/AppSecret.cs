using Sluice.Platform.Json;

namespace Sluice.Platform.Connections;

/// <summary>A GitHub App, which is given tokens of an hour.</summary>
/// <param name="AppId">The app's id or client id.</param>
/// <param name="InstallationId">Where it is installed.</param>
/// <param name="PrivateKey">In PEM.</param>
[Kind("app")]
public sealed record AppSecret(string AppId, string InstallationId, string PrivateKey) : ConnectionSecret;
