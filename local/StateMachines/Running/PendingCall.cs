using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.StateMachines.Running;

/// <summary>A call whose answer, or whose token, the run waits for.</summary>
internal sealed class PendingCall(int handle, Visit visit, TaskCall call)
{
    internal int Handle => handle;

    internal Visit Visit => visit;

    internal TaskCall Call => call;

    /// <summary>The service has accepted the request.</summary>
    internal bool Submitted { get; set; }

    /// <summary>The call has been answered, and only its token is waited for.</summary>
    internal bool Returned { get; set; }

    /// <summary>Whether it can be accepted some time before it has its result.</summary>
    internal bool IsJob => call.Pattern == ServicePattern.RunAJob;

    /// <summary>Whether its token completes it; a job can also end by itself.</summary>
    internal bool HasToken => call.Pattern != ServicePattern.RequestResponse;
}
