namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>What kept a process from answering, as this machine saw it; what a function says of its own errors is none.</summary>
/// <param name="Type">As Lambda names it.</param>
internal sealed record RuntimeFault(string Type, string Message)
{
    public const string TimedOut = "Sandbox.Timedout";
    public const string Exited = "Runtime.ExitError";
}
