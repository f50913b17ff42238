namespace Sluice.Deployments.Protocol.Hooks;

/// <summary>Only Succeeded and Failed can be reported.</summary>
public sealed class InvalidLifecycleEventHookExecutionStatusException(string? status)
    : Exception($"'{status}' cannot be reported; expected Succeeded or Failed.");
