using System.Text.Json.Nodes;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>What is told of a parameter's version beside its value.</summary>
internal sealed record Described(
    string Name, string ARN, ParameterType Type, string? KeyId, DateTimeOffset LastModifiedDate, string LastModifiedUser, string? Description, string? AllowedPattern, long Version, string Tier,
    JsonArray Policies, string DataType)
{
    public static Described Of(Parameter parameter, ParameterVersion version, CloudIdentity identity) => new(
        parameter.Name,
        identity.ParameterArn(parameter.Name),
        version.Type,
        version.Type == ParameterType.SecureString ? "alias/aws/ssm" : null,
        version.ModifiedAt,
        $"arn:aws:iam::{identity.AccountId}:root",
        version.Description,
        version.AllowedPattern,
        version.Number,
        version.Tier,
        [],
        "text");
}
