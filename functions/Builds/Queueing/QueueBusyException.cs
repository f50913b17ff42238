namespace Sluice.Builds.Queueing;

/// <summary>Others changed the queue of builds again and again meanwhile; the machine tries again.</summary>
public sealed class QueueBusyException() : Exception("The queue of builds was changed by others meanwhile; try again.");
