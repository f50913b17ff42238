namespace Sluice.Platform.Events;

/// <summary>A message of a queue.</summary>
/// <param name="Id">By which a failure names it.</param>
/// <param name="Body">The text.</param>
public sealed record QueueMessage(string Id, string Body);
