using Sluice.Pipelines.Model;
using Sluice.Platform.Connections;

namespace Sluice.Pipelines.Types;

/// <summary>What GitHub's older source signs in with.</summary>
internal static class GitHubToken
{
    /// <summary>Its key in the action's configuration.</summary>
    public const string Key = "OAuthToken";

    /// <summary>The connection that keeps the token; null if it was stored before tokens were sealed.</summary>
    public static string? ConnectionOf(ActionDeclaration? source) => source?.Setting(Key) is { } value && ConnectionArns.IsConnection(value) ? value : null;
}
