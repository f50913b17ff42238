using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class PublishVersion(FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:publishVersion";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var version = await editor.PublishAsync(name, input.Description, input.CodeSha256, input.RevisionId);
        return AwsJson.Write(FunctionShape.Of(identity, name, version, version.Version, updating: false));
    }

    private sealed record Input(string? FunctionName, string? Description, string? CodeSha256, string? RevisionId);
}
