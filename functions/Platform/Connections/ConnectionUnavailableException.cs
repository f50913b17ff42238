namespace Sluice.Platform.Connections;

/// <summary>A connection cannot be used; <see cref="Exception.Message"/> is for a person and has no secret in it.</summary>
public sealed class ConnectionUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
