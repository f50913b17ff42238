using Amazon.DynamoDBv2.Model;

namespace Sluice.Local.Tests.Architecture.Planted.Aws;

/// <summary>The planted decision that knows AWS's types.</summary>
internal static class AwsDecision
{
    public static bool IsEmpty(string text) => text.Length == 0 || new AttributeValue(text).S.Length == 0;
}
