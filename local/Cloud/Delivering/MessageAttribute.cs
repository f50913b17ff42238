namespace Sluice.Local.Cloud.Delivering;

/// <summary>What a message has beside its body, as SNS and SQS know it.</summary>
/// <param name="DataType"><c>String</c>, <c>Number</c>, <c>Binary</c> or one of SNS's lists, with a label of the user's after a dot.</param>
/// <param name="StringValue">Null if it is binary.</param>
/// <param name="BinaryValue">In base64; null if it is text.</param>
internal sealed record MessageAttribute(string DataType, string? StringValue, string? BinaryValue = null);
