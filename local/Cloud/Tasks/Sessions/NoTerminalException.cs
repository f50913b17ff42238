namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>This machine cannot make a terminal.</summary>
/// <param name="message">Why not, for people.</param>
internal sealed class NoTerminalException(string message) : Exception(message);
