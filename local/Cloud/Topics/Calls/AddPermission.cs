using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>Adds a statement to a topic's policy.</summary>
internal sealed class AddPermission(TopicBook book) : TopicCall<AddPermission.Input>("addPermission")
{
    protected override JsonObject Answer(Input input)
    {
        book.Change(input.TopicArn, topic => TopicPolicy.Has(topic, input.Label) ? throw TopicErrors.Invalid("Statement already exists") : TopicPolicy.With(topic, input.Label, Statement(input)));
        return [];
    }

    private static JsonObject Statement(Input input) => new()
    {
        ["Sid"] = input.Label,
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["AWS"] = new JsonArray([.. input.AWSAccountId.Select(account => (JsonNode)$"arn:aws:iam::{account}:root")]) },
        ["Action"] = new JsonArray([.. input.ActionName.Select(action => (JsonNode)$"SNS:{action}")]),
        ["Resource"] = input.TopicArn,
    };

    /// <summary>SNS's AddPermissionInput.</summary>
    internal sealed record Input(string TopicArn, string Label, IReadOnlyList<string> AWSAccountId, IReadOnlyList<string> ActionName);
}
