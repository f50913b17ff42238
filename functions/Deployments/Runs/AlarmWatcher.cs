namespace Sluice.Deployments.Runs;

/// <summary>The item under an alarm's name.</summary>
internal sealed record AlarmWatcher(string DeploymentId);
