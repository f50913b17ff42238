using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Topics.Messages;

/// <summary>A message that was published.</summary>
/// <param name="Id">A UUID.</param>
/// <param name="Text">What is told, or JSON with a text for each protocol.</param>
/// <param name="Subject">Null for none.</param>
/// <param name="IsByProtocol">Whether the text is JSON with a text for each protocol.</param>
internal sealed record PublishedMessage(string Id, string Text, string? Subject, bool IsByProtocol, IReadOnlyDictionary<string, MessageAttribute> Attributes, DateTimeOffset At);
