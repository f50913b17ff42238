namespace Sluice.Deployments.Protocol.Hooks;

/// <summary>The hook has reported already, or its deployment has ended or was stopped meanwhile.</summary>
public sealed class LifecycleEventAlreadyCompletedException(string why) : Exception(why);
