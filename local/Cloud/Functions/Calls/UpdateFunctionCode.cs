using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class UpdateFunctionCode(FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:updateFunctionCode";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        ConfigurationRules.CheckKind(packageType: null, input.Architectures);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var version = await editor.UpdateCodeAsync(
            name, new CodeShape(input.S3Bucket, input.S3Key, input.ZipFile), input.Publish ?? false, input.RevisionId, cancellationToken);
        var qualifier = version.Version == FunctionVersion.Latest ? null : version.Version;
        return AwsJson.Write(FunctionShape.Of(identity, name, version, qualifier, updating: false));
    }

    private sealed record Input(
        string? FunctionName, string? S3Bucket, string? S3Key, byte[]? ZipFile, bool? Publish, string? RevisionId, IReadOnlyList<string>? Architectures);
}
