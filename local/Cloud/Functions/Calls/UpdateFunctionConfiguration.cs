using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class UpdateFunctionConfiguration(FunctionEditor editor, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:updateFunctionConfiguration";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var version = await editor.UpdateConfigurationAsync(name, before => Changed(before, input), input.Description, input.RevisionId);
        return AwsJson.Write(FunctionShape.Of(identity, name, version, qualifier: null, updating: false));
    }

    /// <summary>What the caller leaves out stays.</summary>
    private static VersionConfiguration Changed(VersionConfiguration before, Input input) => new(
        input.Runtime ?? before.Runtime,
        input.Handler ?? before.Handler,
        input.Role is { } role ? ConfigurationRules.Role(role) : before.Role,
        ConfigurationRules.Timeout(input.Timeout ?? before.Timeout),
        ConfigurationRules.MemorySize(input.MemorySize ?? before.MemorySize),
        input.DeadLetterConfig is { } deadLetters ? TargetArns.DeadLetters(deadLetters.TargetArn) : before.DeadLetterTargetArn,
        input.Environment is { } environment ? ConfigurationRules.Variables(environment) : before.Environment);

    private sealed record Input(
        string? FunctionName,
        string? Runtime,
        string? Role,
        string? Handler,
        string? Description,
        int? Timeout,
        int? MemorySize,
        DeadLetterShape? DeadLetterConfig,
        EnvironmentShape? Environment,
        string? RevisionId);
}
