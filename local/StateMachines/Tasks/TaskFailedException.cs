namespace Sluice.Local.StateMachines.Tasks;

/// <summary>A task failed: <see cref="Error"/> is what <c>ErrorEquals</c> is compared with, e.g. <c>Lambda.PreconditionFailedException</c>.</summary>
public sealed class TaskFailedException(string error, string cause) : Exception($"{error}: {cause}")
{
    /// <summary>The error's name.</summary>
    public string Error { get; } = error;

    /// <summary>For people.</summary>
    public string Cause { get; } = cause;
}
