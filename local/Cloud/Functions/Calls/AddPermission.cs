using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Permissions;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class AddPermission(PermissionBook permissions, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:addPermission";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var reference = FunctionReference.Parse(ConfigurationRules.Required(input.FunctionName, "FunctionName"), input.Qualifier, identity);
        var statement = permissions.Add(reference, input.Statement(), input.RevisionId);
        return Task.FromResult<JsonNode?>(new JsonObject { ["Statement"] = statement });
    }

    private sealed record Input(
        string? FunctionName,
        string? Qualifier,
        string? StatementId,
        string? Action,
        string? Principal,
        string? SourceArn,
        string? SourceAccount,
        string? EventSourceToken,
        string? PrincipalOrgID,
        string? FunctionUrlAuthType,
        bool? InvokedViaFunctionUrl,
        string? RevisionId)
    {
        public PolicyStatement Statement() => new(
            ConfigurationRules.Required(StatementId, "StatementId"),
            ConfigurationRules.Required(Action, "Action"),
            ConfigurationRules.Required(Principal, "Principal"),
            SourceArn,
            SourceAccount,
            EventSourceToken,
            PrincipalOrgID,
            FunctionUrlAuthType,
            InvokedViaFunctionUrl);
    }
}
