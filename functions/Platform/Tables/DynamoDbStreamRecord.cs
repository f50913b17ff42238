using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;

namespace Sluice.Platform.Tables;

/// <summary>The shape of a record of DynamoDB Streams.</summary>
internal static class DynamoDbStreamRecord
{
    public static JsonObject From(StreamRecord record, string region) => new()
    {
        ["eventID"] = record.Sequence.ToString("x32", CultureInfo.InvariantCulture),
        ["eventName"] = "INSERT",
        ["eventVersion"] = "1.1",
        ["eventSource"] = "aws:dynamodb",
        ["awsRegion"] = region,
        ["eventSourceARN"] = (SuiteAccount.OneMachine with { Region = region }).Arn("dynamodb", "table/sluice/stream/2026-01-01T00:00:00.000"),
        ["dynamodb"] = new JsonObject
        {
            ["ApproximateCreationDateTime"] = record.CreatedAt.ToUnixTimeSeconds(),
            ["Keys"] = AttributeJson.ToTypedMembers(new JsonObject { ["pk"] = record.Key.Pk, ["sk"] = record.Key.Sk }),
            ["NewImage"] = AttributeJson.ToTypedMembers(Image(record)),
            ["SequenceNumber"] = record.Sequence.ToString(CultureInfo.InvariantCulture),
            ["StreamViewType"] = "NEW_IMAGE",
        },
    };

    private static JsonObject Image(StreamRecord record)
    {
        var image = (JsonObject)record.NewImage.DeepClone();
        image["pk"] = record.Key.Pk;
        image["sk"] = record.Key.Sk;
        image[TableRules.Rev] = 1;
        return image;
    }
}
