using Sluice.Builds.Sandboxes;
using Sluice.Builds.Shapes;

namespace Sluice.Builds.Tests.World;

/// <summary>Opens a terminal in whatever it is asked for, unless there is to be none.</summary>
internal sealed class PlayedTerminals : ISandboxTerminals
{
    /// <summary>In which sandboxes one was asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Whether what sandboxes run on has terminals.</summary>
    public bool HasAny { get; set; } = true;

    public Task<SSMSession?> OpenAsync(string buildId, CancellationToken cancellationToken)
    {
        Asked.Add(buildId);
        return Task.FromResult(HasAny ? new SSMSession { SessionId = "session-1", TokenValue = "token", StreamUrl = "wss://stream" } : null);
    }
}
