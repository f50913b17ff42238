using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Permissions;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class GetPolicy(PermissionBook permissions, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:getPolicy";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<QualifiedInput>(call, LambdaErrors.Invalid);
        var (policy, revisionId) = permissions.Get(FunctionReference.Parse(ConfigurationRules.Required(input.FunctionName, "FunctionName"), input.Qualifier, identity));
        return Task.FromResult<JsonNode?>(new JsonObject { ["Policy"] = policy, ["RevisionId"] = revisionId });
    }
}
