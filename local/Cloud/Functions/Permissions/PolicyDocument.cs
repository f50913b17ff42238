using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Permissions;

/// <summary>Permissions as IAM writes them.</summary>
internal static class PolicyDocument
{
    public static string Of(ResourcePolicy policy, string resource) => new JsonObject
    {
        ["Version"] = "2012-10-17",
        ["Id"] = "default",
        ["Statement"] = new JsonArray([.. policy.Statements.Select(statement => Statement(statement, resource))]),
    }.ToJsonString(AwsJson.Options);

    public static JsonObject Statement(PolicyStatement statement, string resource)
    {
        var document = new JsonObject
        {
            ["Sid"] = statement.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = Principal(statement.Principal),
            ["Action"] = statement.Action,
            ["Resource"] = resource,
        };
        if (Condition(statement) is { Count: > 0 } condition)
        {
            document["Condition"] = condition;
        }

        return document;
    }

    private static JsonNode Principal(string principal) => principal switch
    {
        "*" => principal,
        _ when principal.StartsWith("arn:", StringComparison.Ordinal) => new JsonObject { ["AWS"] = principal },
        _ when principal.All(char.IsAsciiDigit) => new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" },
        _ => new JsonObject { ["Service"] = principal },
    };

    private static JsonObject Condition(PolicyStatement statement)
    {
        var condition = new JsonObject();
        Add(condition, "StringEquals", "AWS:SourceAccount", statement.SourceAccount);
        Add(condition, "StringEquals", "lambda:EventSourceToken", statement.EventSourceToken);
        Add(condition, "StringEquals", "aws:PrincipalOrgID", statement.PrincipalOrgID);
        Add(condition, "StringEquals", "lambda:FunctionUrlAuthType", statement.FunctionUrlAuthType);
        Add(condition, "ArnLike", "AWS:SourceArn", statement.SourceArn);
        Add(condition, "Bool", "lambda:InvokedViaFunctionUrl", statement.InvokedViaFunctionUrl is { } via ? via ? "true" : "false" : null);
        return condition;
    }

    private static void Add(JsonObject condition, string test, string key, string? value)
    {
        if (value is not null)
        {
            condition[test] ??= new JsonObject();
            condition[test]![key] = value;
        }
    }
}
