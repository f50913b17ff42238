namespace Sluice.Deployments.Model;

/// <summary>The deployment must not go on; the message says why.</summary>
public sealed class StopRecordedException(string message) : Exception(message);
