using Sluice.Local.Cloud.Delivering;

namespace Sluice.Local.Cloud.Queues;

/// <summary>A message to send.</summary>
/// <param name="Delay">How long nobody is to receive it.</param>
internal sealed record NewMessage(string MessageId, string Body, IReadOnlyDictionary<string, MessageAttribute> Attributes, TimeSpan Delay);
