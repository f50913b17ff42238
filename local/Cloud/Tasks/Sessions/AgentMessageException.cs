namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>What a client sent is no message of a data channel.</summary>
/// <param name="message">Why not.</param>
internal sealed class AgentMessageException(string message) : Exception(message);
