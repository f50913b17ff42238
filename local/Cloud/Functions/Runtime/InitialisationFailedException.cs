namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>The process that was started for a request never asked for it.</summary>
internal sealed class InitialisationFailedException(InitialisationFault fault) : Exception(fault.Reason)
{
    /// <summary>Why.</summary>
    public InitialisationFault Fault => fault;
}
