using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Permissions;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class RemovePermission(PermissionBook permissions, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:removePermission";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var reference = FunctionReference.Parse(ConfigurationRules.Required(input.FunctionName, "FunctionName"), input.Qualifier, identity);
        permissions.Remove(reference, ConfigurationRules.Required(input.StatementId, "StatementId"), input.RevisionId);
        return Task.FromResult<JsonNode?>(new JsonObject());
    }

    private sealed record Input(string? FunctionName, string? Qualifier, string? StatementId, string? RevisionId);
}
