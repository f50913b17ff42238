namespace Sluice.Local;

/// <summary>The command line, or what it names, cannot be used as it is. The message is for the person who typed it.</summary>
internal sealed class UsageException(string message) : Exception(message);
