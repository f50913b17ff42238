namespace Sluice.Platform.Connections;

/// <summary>A git host does not do what it was asked; the message says what it answered, and no secret.</summary>
public sealed class GitHostRefusedException(string message, Exception? inner = null) : Exception(message, inner);
