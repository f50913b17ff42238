namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>SQS's MessageAttributeValue.</summary>
internal sealed record SentAttribute(string DataType, string? StringValue, string? BinaryValue, IReadOnlyList<string>? StringListValues, IReadOnlyList<string>? BinaryListValues);
