namespace Sluice.Deployments.Protocol.Hooks;

/// <summary>The id is not of a hook that is being run: unknown, of an earlier delivery, or too old.</summary>
public sealed class InvalidLifecycleEventHookExecutionIdException()
    : Exception("The hook execution id is not of a hook that this deployment runs now.");
