namespace Sluice.Builds.Sandboxes;

/// <summary>Where nothing has terminals.</summary>
internal sealed class NoSandboxTerminals : ISandboxTerminals
{
    public Task<SSMSession?> OpenAsync(string buildId, CancellationToken cancellationToken) => Task.FromResult<SSMSession?>(null);
}
